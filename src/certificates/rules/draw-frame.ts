import type { Canvas } from '../../documents/rules/open-book'
import { writeColour } from '../../documents/rules/write-colour'
import { writeNumber, writeNumbers } from '../../documents/rules/write-number'

/** How far a quarter circle's control points stand from its ends, as a part of its radius. */
const kappa = 0.5523

/** A rectangle whose corners are cut by a quarter circle of `radius` points. */
const outline = (inset: number, radius: number, width: number, height: number): string => {
  const [left, bottom, right, top] = [inset, inset, width - inset, height - inset]
  const [r, k] = [radius, radius * kappa]
  return [
    `${writeNumbers(left + r, bottom)} m ${writeNumbers(right - r, bottom)} l`,
    `${writeNumbers(right - r, bottom + k, right - k, bottom + r, right, bottom + r)} c`,
    `${writeNumbers(right, top - r)} l`,
    `${writeNumbers(right - k, top - r, right - r, top - k, right - r, top)} c`,
    `${writeNumbers(left + r, top)} l`,
    `${writeNumbers(left + r, top - k, left + k, top - r, left, top - r)} c`,
    `${writeNumbers(left, bottom + r)} l`,
    `${writeNumbers(left + k, bottom + r, left + r, bottom + k, left + r, bottom)} c h S`,
  ].join(' ')
}

/** The double line around the page. */
export const drawFrame = (canvas: Canvas, colour: string): void => {
  const { width, height } = canvas
  canvas.decoration(() => {
    canvas.add(`${writeColour(colour)} RG ${writeNumber(1.4)} w ${outline(30, 15, width, height)}`)
    canvas.add(`${writeNumber(0.45)} w ${outline(34.5, 15, width, height)}`)
  })
}
