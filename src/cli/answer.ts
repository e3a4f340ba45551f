/** What a command answers: its words, and the status with which it ends. */
export interface Answer {
  readonly status: number
  readonly out: string
}

/** The answer of a command that came to its end. */
export const said = (words: string, status = 0): Answer => ({ status, out: words === '' ? '' : `${words}\n` })
