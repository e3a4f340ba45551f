/** What verify can find; each word stays, for whoever reads it by a program. */
export type FindingCode =
  | 'gap'
  | 'words-changed'
  | 'words-missing'
  | 'words-kept'
  | 'words-unlinked'
  | 'digest-changed'
  | 'link-changed'
  | 'link-broken'
  | 'arrived-back'
  | 'columns-changed'
  | 'unreadable'
  | 'cut-off'
  | 'head-differs'
  | 'record-missing'
  | 'rewritten'
  | 'derived-differs'
  | 'told-nothing'
  | 'told-unnoticed'
  | 'disposed'
  | 'waiting'

/** One thing that verify has to say of one place in the store; it holds no word of any entry and names nobody. */
export interface Finding {
  readonly code: FindingCode
  readonly partnership: number
  readonly record: string
  readonly number?: number
  readonly what: string
}

// A disposal is what somebody decided; what waits is looked at by the tick of a running Holdfast.
const harmless: ReadonlySet<FindingCode> = new Set(['disposed', 'waiting'])

/** Whether a finding says that something is not as it was written, or not as it follows. */
export const isBroken = ({ code }: Finding): boolean => !harmless.has(code)

/** A finding as a line of text. */
export const findingInWords = ({ partnership, record, number, what }: Finding): string =>
  `Partnership ${partnership}, record ${record}${number === undefined ? '' : `, entry ${number}`}: ${what}.`
