import type { Moment } from '../calendar/day.ts'
import { countOf } from '../calendar/words.ts'

const second = 1000

/** How long a failed attempt counts, in milliseconds; a local setting. */
export const attemptWindow = 15 * 60 * second
/** The longest wait, in seconds; a local setting. Nobody is locked out for good: an attacker could lock out anybody. */
export const longestWait = 15 * 60
/** How many failures cost no wait: people mistype, and a whole hospital may come from one address. Local settings. */
export const freeFailures = { name: 5, address: 50 } as const

/** When sign-in failed with a name, whether or not anybody has it, and from an address. */
export interface Failures {
  readonly name: readonly Moment[]
  readonly address: readonly Moment[]
}

const secondsAfter = (count: number, free: number): number =>
  count <= free ? 0 : Math.min(longestWait, 2 ** (count - free - 1))

function endOfWait(failures: readonly Moment[], free: number, now: Moment): number {
  const counted = failures.filter(at => at > now - attemptWindow)
  return Math.max(0, ...counted) + secondsAfter(counted.length, free) * second
}

/**
 * How many whole seconds to wait before the next attempt: nothing at first, then a second that doubles with each
 * failure. It runs from the last failure; what is tried before it ends is neither checked nor counted.
 */
export function waitFor({ name, address }: Failures, now: Moment): number {
  const end = Math.max(endOfWait(name, freeFailures.name, now), endOfWait(address, freeFailures.address, now))
  return Math.max(0, Math.ceil((end - now) / second))
}

/** A wait as it is said to whoever has to wait, never shorter than it is: 40 seconds, 3 minutes. */
export const waitInWords = (seconds: number): string =>
  seconds <= 90 ? countOf(Math.ceil(seconds), 'second') : countOf(Math.ceil(seconds / 60), 'minute')

const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'))

/** The first four groups of an IPv6 address as a browser writes it, where :: stands for as many noughts as are missing. */
function firstHalf(address: string): string {
  const [before = '', after = ''] = address.split('::')
  const [front, back] = [groups(before), groups(after)]
  const middle = address.includes('::') ? Array.from({ length: 8 - front.length - back.length }, () => '0') : []
  return [...front, ...middle, ...back].slice(0, 4).join(':')
}

const mapped = /^::ffff:(?=\d{1,3}(?:\.\d{1,3}){3}$)/iu

/**
 * What counts as one address: an IPv4 address, or the half of an IPv6 address that names a network, since whoever has
 * one IPv6 address has eighteen million million million of them.
 */
export function networkOf(address: string): string {
  const plain = address.replace(mapped, '').replace(/%.*$/u, '')
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]`)) return plain
  return firstHalf(new URL(`http://[${plain}]`).hostname.slice(1, -1))
}

const isThisComputer = (address: string): boolean => /^(?:127\.|::1$)/u.test(address.replace(mapped, ''))

/**
 * The address that a request comes from: of the connection, or, when that is a server on this computer with TLS in front
 * of Holdfast, what this server wrote last into X-Forwarded-For. Anything before that may be made up by the visitor.
 * Without it everybody behind the server would be one address, and one attacker would make all of them wait.
 */
export function senderOf(connection: string, forwarded: string | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim() ?? ''
  return last !== '' && isThisComputer(connection) ? last : connection
}
