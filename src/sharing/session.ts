import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Moment } from '../calendar/day.ts'

const minute = 60_000
const hour = 60 * minute

/** How long a session goes on without a request, in milliseconds; a local setting. */
export const idleLength = 60 * minute
/** How long a session goes on at most, in milliseconds; a local setting. */
export const longestLength = 12 * hour
/** How long an ended session still says whose a late form is, in milliseconds; a local setting. */
export const keptLength = 24 * hour

/** A new token for a cookie: 32 random bytes in base64url. The database holds its hash alone. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Whether a text has the form of a token, so that nothing else is looked up. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/u.test(text)

/** What the database holds of a token: its SHA-256. Whoever reads the database can sign in as nobody. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** What every form of a session carries: made from its token, which cannot be found from it or from the database. */
export const csrfOf = (token: string): string =>
  createHmac('sha256', token).update('a form of this session').digest('base64url')

/** Whether a form carries what a page of this session gave it. */
export function isCsrf(token: string, given: string | undefined): boolean {
  const [own, sent] = [Buffer.from(csrfOf(token)), Buffer.from(given ?? '')]
  return own.length === sent.length && timingSafeEqual(own, sent)
}

/** Whether Holdfast is reached at an address that nobody can listen in on. */
export const isSecure = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:'

/** The name of the cookie; browsers keep `__Host-` to this very host and to https (RFC 6265bis, 4.1.3.2). */
export const cookieName = (secure: boolean): string => (secure ? '__Host-holdfast' : 'holdfast')

const cookie = (value: string, secure: boolean, further = ''): string =>
  `${cookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${further}`

/**
 * The Set-Cookie of a session. It names no end, so that it is gone with the browser: desks are shared. The ends that
 * count are in the database, and a page that is still open keeps the cookie that its late form needs.
 */
export const sessionCookie = (token: string, secure: boolean): string => cookie(token, secure)

/** The Set-Cookie that takes the session's cookie away. */
export const endedCookie = (secure: boolean): string => cookie('', secure, '; Max-Age=0')

/** The token in a request's Cookie header, or nothing. */
export function findToken(header: string | undefined, secure: boolean): string | undefined {
  const start = `${cookieName(secure)}=`
  const pairs = (header ?? '').split(';').map(pair => pair.trim())
  const token = pairs.find(pair => pair.startsWith(start))?.slice(start.length)
  return token !== undefined && isToken(token) ? token : undefined
}

/** When a session began and when it was last used. */
export interface SessionTimes {
  readonly begun: Moment
  readonly used: Moment
}

/** The moment from which a session is no longer good, if nothing more is asked in it. */
export const endOfSession = ({ begun, used }: SessionTimes): Moment =>
  Math.min(begun + longestLength, used + idleLength) as Moment

/** Live: good for everything. Ended: it only says whose a late form is. Gone: it says nothing any more. */
export type SessionState = 'live' | 'ended' | 'gone'

/** How a session stands at a moment. One that was signed out of is no session and is not asked about. */
export function sessionState(times: SessionTimes, now: Moment): SessionState {
  const end = endOfSession(times)
  if (now < end) return 'live'
  return now < end + keptLength ? 'ended' : 'gone'
}
