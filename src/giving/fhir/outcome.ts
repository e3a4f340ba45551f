/** What is wrong with a request, by the codes that FHIR has for it. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'login'
  | 'forbidden'
  | 'throttled'
  | 'not-supported'
  | 'not-found'
  | 'expired'
  | 'too-long'
  | 'conflict'
  | 'exception'
  | 'informational'

export interface Issue {
  readonly code: IssueCode
  /** In plain words, with nothing of anybody. */
  readonly words: string
  /** The element or parameter that it is about. */
  readonly element?: string | undefined
}

/** What is answered instead of a resource: what is wrong, and where. */
export const outcomeOf = ({ code, words, element }: Issue) => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: code === 'informational' ? 'information' : code === 'exception' ? 'fatal' : 'error',
      code,
      diagnostics: words,
      ...(element === undefined || element === '' ? {} : { expression: [element] }),
    },
  ],
})
