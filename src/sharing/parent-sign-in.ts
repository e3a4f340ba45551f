import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Moment } from '../calendar/day.ts'
import type { SessionTimes } from './session.ts'

/*
 * How a parent signs in: with the number on their card and a word that they chose, and the first time with a code that
 * is good once. Nothing of it stays on the phone when the browser is closed.
 */

const minute = 60_000

/** How long a parent's page stays open without a touch, in milliseconds; a local setting. */
export const parentIdle = 10 * minute
/** How long it stays open at most, in milliseconds; a local setting. */
export const parentLongest = 60 * minute
/** How long a code is good for, in milliseconds; a local setting. */
export const codeLength = 7 * 24 * 60 * minute
/** The shortest word that a parent may choose, and the longest; figures alone will do. Local settings. */
export const shortestWord = 6
export const longestWord = 100

/** Whether a parent's session is still good at a moment. */
export const isParentLive = ({ begun, used }: SessionTimes, now: Moment): boolean =>
  now < Math.min(begun + parentLongest, used + parentIdle)

// No vowels, so that no word comes of it, and nothing that reads like something else.
const signs = 'bcdfghjkmnpqrstvwxz23456789'

/** A new code of twelve signs, in threes: 57 bits, tried at most a few times in an hour. */
export const newParentCode = (): string =>
  Array.from({ length: 12 }, (_, at) => `${at > 0 && at % 3 === 0 ? '-' : ''}${signs[randomInt(signs.length)]}`).join(
    '',
  )

const plainCode = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')

/** What the database holds of a code, however it was typed. */
export const hashOfCode = (text: string): Buffer =>
  createHash('sha256')
    .update(`code ${plainCode(text)}`)
    .digest()

/** A new number for a card: eight figures that say nothing of anybody. */
export const newParentNumber = (): string => String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, '0')

/** The number of a card without what people type between its figures. */
export const plainNumber = (text: string): string => text.replaceAll(/\D/gu, '')

const isRun = (text: string): boolean => {
  const steps = [...text].slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0))
  return steps.every(step => step === steps[0] && Math.abs(step) < 2)
}

/** What is wrong with a word that a parent would choose: too short, too long, or the first that anybody tries. */
export const whyNotWord = (text: string, number: string): 'short' | 'long' | 'easy' | undefined => {
  const plain = text.normalize('NFKC')
  if ([...plain].length < shortestWord) return 'short'
  if ([...plain].length > longestWord) return 'long'
  return isRun(plain) || new Set(plain).size < 3 || plainNumber(plain) === number ? 'easy' : undefined
}

/** The name of the cookie of a parent's session, apart from that of staff. */
export const parentCookieName = (secure: boolean): string => (secure ? '__Host-my' : 'my')

const cookie = (value: string, secure: boolean, further = ''): string =>
  `${parentCookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${further}`

/** The Set-Cookie of a parent's session: it names no end, so that it is gone with the browser. */
export const parentCookie = (token: string, secure: boolean): string => cookie(token, secure)

/** The Set-Cookie that takes it away. */
export const endedParentCookie = (secure: boolean): string => cookie('', secure, '; Max-Age=0')

/** The token of a parent's session in a request's Cookie header, or nothing. */
export const findParentToken = (header: string | undefined, secure: boolean): string | undefined => {
  const start = `${parentCookieName(secure)}=`
  const pairs = (header ?? '').split(';').map(pair => pair.trim())
  const token = pairs.find(pair => pair.startsWith(start))?.slice(start.length)
  return token !== undefined && /^[\w-]{43}$/u.test(token) ? token : undefined
}

const systems = [
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'Mac'],
  [/Linux|CrOS/u, 'Linux'],
] as const
const browsers = [
  [/Edg/u, 'Edge'],
  [/SamsungBrowser/u, 'Samsung Internet'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrome|CriOS/u, 'Chrome'],
  [/Safari/u, 'Safari'],
] as const

const firstOf = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  list.find(([shape]) => shape.test(text))?.[1]

/** On what a page is opened, by what the browser says of itself: iPhone, Safari. Nothing else of it is kept. */
export const deviceOf = (userAgent: string | undefined): string => {
  const parts = [firstOf(systems, userAgent ?? ''), firstOf(browsers, userAgent ?? '')]
  return parts.filter(part => part !== undefined).join(', ')
}
