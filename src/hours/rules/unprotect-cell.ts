const protectedFormula = /^''*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula: undoes `protectCell`. */
export const unprotectCell = (cell: string): string => (protectedFormula.test(cell) ? cell.slice(1) : cell)
