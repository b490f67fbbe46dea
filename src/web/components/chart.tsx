import type { Child } from 'hono/jsx'

export type Bar = {
  /** What stands beneath or beside the bar. */
  readonly label: string
  readonly value: number
  /** The value as words. */
  readonly said: string
}

const HEIGHT = 160
const STEP = 40
const ROW = 34
const NAMES = 190
const LENGTH = 300

/** The least round number above a value, of the form 1, 2 or 5 times a power of ten. */
const roundAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return [1, 2, 5, 10].map((times) => times * power).find((top) => top >= value) ?? value
}

/**
 * Bars side by side, such as of the months of a year. It is drawn for the eye: the table that belongs beside it says the
 * same, so a screen reader is told its title alone.
 */
export const Columns = ({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) => {
  const top = roundAbove(Math.max(...bars.map(({ value }) => value), 1))
  const width = bars.length * STEP
  return (
    <svg
      class="app-chart app-chart--columns"
      viewBox={`-36 -14 ${width + 40} ${HEIGHT + 44}`}
      role="img"
      aria-label={title}
    >
      {[0, top / 2, top].map((line) => (
        <g>
          <path class="app-chart__line" d={`M0 ${HEIGHT - (line / top) * HEIGHT}H${width}`} />
          <text class="app-chart__scale" x="-6" y={HEIGHT - (line / top) * HEIGHT + 4} text-anchor="end">
            {line}
          </text>
        </g>
      ))}
      {bars.map(({ label, value, said }, place) => (
        <g>
          <title>{`${label}: ${said}`}</title>
          <rect
            class="app-chart__bar"
            x={place * STEP + 7}
            y={HEIGHT - (value / top) * HEIGHT}
            width={STEP - 14}
            height={(value / top) * HEIGHT}
          />
          <text class="app-chart__label" x={place * STEP + STEP / 2} y={HEIGHT + 18} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Bars one beneath the other, each with its name and value, such as of roles. */
export const Rows = ({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) => {
  const most = Math.max(...bars.map(({ value }) => value), 1)
  return (
    <svg
      class="app-chart app-chart--rows"
      viewBox={`0 0 ${NAMES + LENGTH + 90} ${bars.length * ROW}`}
      role="img"
      aria-label={title}
    >
      {bars.map(({ label, value, said }, place) => (
        <g>
          <title>{`${label}: ${said}`}</title>
          <text class="app-chart__label" x="0" y={place * ROW + 21}>
            {label.length > 24 ? `${label.slice(0, 23)}…` : label}
          </text>
          <rect
            class="app-chart__bar"
            x={NAMES}
            y={place * ROW + 5}
            width={Math.max(2, (value / most) * LENGTH)}
            height={ROW - 12}
          />
          <text class="app-chart__value" x={NAMES + (value / most) * LENGTH + 8} y={place * ROW + 21}>
            {said}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** A chart with the table that says the same, side by side where there is room. */
export const Chart = ({ chart, children }: { readonly chart: Child; readonly children: Child }) => (
  <div class="app-chart-beside">
    <div>{chart}</div>
    <div>{children}</div>
  </div>
)
