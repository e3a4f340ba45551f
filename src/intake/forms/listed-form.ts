/** A kind's name in a list, and which of its fields are asked in the open beside those that it cannot do without. */
export const form = <const A extends readonly string[]>(label: string, ...asks: A) => ({ label, asks })

/** One that is written from the thing to do itself, where the rule and its thing are known. */
export const fromDuty = <const A extends readonly string[]>(label: string, ...asks: A) =>
  ({ label, asks, from: 'a thing to do' }) as const
