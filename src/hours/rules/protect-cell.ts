/** What makes a spreadsheet take a cell for a formula, or hides that it is one. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * A cell that is safe to open in a spreadsheet: one that would be taken for a formula gets an apostrophe in
 * front. `unprotectCell` takes exactly that off again, whatever the cell holds.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const protectCell = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)
