/** A text with a capital at its start, for the beginning of a sentence or a line. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
