import { countOf } from '../calendar/words.ts'
import { wellKnown } from './well-known-passwords.ts'

/** The shortest and the longest password, in characters; both are local settings. */
export const shortestPassword = 12
export const longestPassword = 256

const standsFor: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')
const asLetters = (text: string): string => text.replaceAll(/[013457@$]/gu, sign => standsFor[sign] ?? sign)

/** A text that is one part over and over as that part alone: passpasspass is pass. */
const oneOf = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text

const isWellKnown = (text: string): boolean => {
  const ends = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [text, ends].some(part =>
    [part, asLetters(part)].some(each => wellKnown.has(oneOf(lettersOf(each))) || wellKnown.has(lettersOf(each))),
  )
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujm',
]

const isBeside = (one: string, next: string): boolean =>
  one === next || rows.some(row => row.includes(one + next) || row.includes(next + one))

/** Whether three steps in four go to the same key or to the next one: abcdefghijkl, 999999999999, qwertyuiop12. */
const isRun = (text: string): boolean => {
  const signs = [...text]
  const steps = signs.slice(1).filter((next, at) => isBeside(signs[at] ?? '', next)).length
  return steps >= (signs.length - 1) * 0.75
}

const holdsName = (text: string, signIn: string): boolean => {
  const [name = ''] = signIn.toLowerCase().split('@')
  return name.length >= 4 && lettersOf(text).replace(lettersOf(name), '').length < 4 && text.includes(name)
}

const nameTooNear = 'is your sign-in name with little beside it: use other words'
const triedFirst = 'is one of the first that anybody tries: use three or four words that only you would put together'

/**
 * Why a text is no password to choose, in words that follow "Your new password", or nothing when it will do. No sign
 * of any sort is asked for: length is what helps (NCSC, "Three random words"; NIST SP 800-63B, 3.1.1.2).
 */
export function whyNotPassword(text: string, signIn: string): string | undefined {
  const length = [...text.normalize('NFKC')].length
  if (length < shortestPassword) return `has ${countOf(length, 'character')}: use ${shortestPassword} or more`
  if (length > longestPassword) return `has ${length} characters: use ${longestPassword} at most`
  const plain = text.normalize('NFKC').toLowerCase()
  if (plain === signIn.toLowerCase() || holdsName(plain, signIn)) return nameTooNear
  return isWellKnown(plain) || isRun(plain) || new Set(plain).size < 5 ? triedFirst : undefined
}
