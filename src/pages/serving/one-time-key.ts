import { randomBytes } from 'node:crypto'

/** A name for one showing of a form: sent twice with it, what it writes is written once. */
export const newKey = (): string => randomBytes(9).toString('base64url')

/** Whether a text is such a name. */
export const isKey = (text: string): boolean => /^[\w-]{12}$/u.test(text)
