import type { Language } from '../../web/app-env'
import { Button, Cell, Table } from '../../web/components'
import { formatCount } from '../../web/format'
import type { RowFault } from '../model'
import { describeFault } from '../text'
import { hoursPageText } from './page-text'

type Props = {
  readonly language: Language
  readonly faults: readonly RowFault[]
  /** Rows with faults in the whole file. */
  readonly faultyRows: number
  /** Where the rows can be had as a file. */
  readonly download: string
  /** There may be more faults than those given. */
  readonly cut: boolean
}

/** What to mend, by row, column and reason. */
export const FaultTable = ({ language, faults, faultyRows, download, cut }: Props) => {
  const t = hoursPageText[language]
  const figure = (count: number) => formatCount(count, language)
  const head = [
    { text: t.row, numeric: true },
    { text: t.faultColumn },
    { text: t.value },
    { text: t.reason },
  ]
  return (
    <section aria-labelledby="faults">
      <h2 class="govuk-heading-m" id="faults">
        {t.faults}
      </h2>
      <p class="govuk-body">{t.faultsHelp}</p>
      <Button href={download} secondary>
        {t.faultsDownload}
      </Button>
      {cut ? <p class="govuk-body">{t.faultsFirst(figure(faults.length))}</p> : null}
      <Table
        caption={cut ? t.faults : t.faultsCaption(figure(faults.length), figure(faultyRows))}
        captionSize="s"
        head={head}
      >
        {faults.map((fault) => (
          <tr class="govuk-table__row">
            <Cell numeric>{figure(fault.rowNumber)}</Cell>
            <Cell>{fault.column}</Cell>
            <Cell>{fault.value === '' ? <span class="govuk-hint">{t.empty}</span> : fault.value}</Cell>
            <Cell>{describeFault(fault, language)}</Cell>
          </tr>
        ))}
      </Table>
    </section>
  )
}
