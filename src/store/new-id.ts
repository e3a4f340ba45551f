import { randomBytes } from 'node:crypto'

// No vowels, so that no word comes of it, and nothing that reads like something else.
const letters = 'bcdfghjkmnpqrstvwxz23456789'

/** A new id of ten letters and figures that says nothing of anybody. */
export const newId = (): string => {
  let id = ''
  while (id.length < 10)
    for (const byte of randomBytes(16)) if (byte < 243 && id.length < 10) id += letters[byte % letters.length]
  return id
}
