/** How the status of an award is coloured wherever it is told: never without the word. */
export const statusColour = { valid: 'green', suspended: 'yellow', revoked: 'red', ended: 'grey' } as const
