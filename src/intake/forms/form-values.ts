/** What a form holds: for each of its controls, by name, the texts that stand in it. */
export type FormValues = ReadonlyMap<string, readonly string[]>

// A browser sends the lines of a field with CR LF between them, whatever stood there when the page was made.
const asWritten = (text: string): string => text.replaceAll(/\r\n?/gu, '\n')

/** The values of a form as it was sent: of URLSearchParams, FormData (files are left out), a Map, or pairs of name and text. */
export const formValues = (sent: Iterable<readonly [string, unknown]>): FormValues => {
  const values = new Map<string, readonly string[]>()
  for (const [name, value] of sent) {
    if (typeof value !== 'string') continue
    values.set(name, [...(values.get(name) ?? []), asWritten(value)])
  }
  return values
}

/** The controls of a form that are no field of an entry. A field's name is in camel case, so that none can be one of these. */
export const ownControls = { post: 'as-post', mayKnow: 'may-know' } as const

/** The answers to "Who may know this": whoever usually may, or only those that are named. */
export const mayKnow = { usual: 'usual', only: 'only' } as const

/** The control beside a field in which what is not in its list is typed. */
export const otherControl = (field: string): string => `${field}-other`

/** The control beside an agency's list in which a place or team of it is typed. */
export const placeControl = (field: string): string => `${field}-place`

/** Chosen in a list of things or people, this is one that is not on the record yet. No id can hold a semicolon. */
export const newOne = ';new'

/** The values with which a form says what a line of a chronology file says, or a part of one. */
export const valuesOf = (line: Readonly<Record<string, string | readonly string[]>>): FormValues => {
  const values = new Map<string, readonly string[]>()
  for (const [field, written] of Object.entries(line))
    if (field !== 'kind') values.set(field, typeof written === 'string' ? [written] : written)
  values.set(ownControls.mayKnow, [values.has('sight') ? mayKnow.only : mayKnow.usual])
  return values
}

/** The first text in a control that says something, or nothing. */
export const firstIn = (values: FormValues, control: string): string | undefined =>
  values.get(control)?.find(text => text.trim() !== '')

/** Every text in a control that says something. */
export const allIn = (values: FormValues, control: string): readonly string[] =>
  (values.get(control) ?? []).filter(text => text.trim() !== '')
