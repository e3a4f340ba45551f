import { timingSafeEqual } from 'node:crypto'
import { HOTP, Secret, TOTP } from 'otpauth'
import type { Moment } from '../calendar/day.ts'

// What every authenticator app can do (RFC 6238; Google's key address format): other settings are ignored by some.
const form = { algorithm: 'SHA1', digits: 6 } as const
const period = 30
const stepLength = period * 1000

/** How many steps a phone's clock may be off, before or after (RFC 6238, 5.2 and 6). */
const window = [-1, 0, 1] as const

/** A new secret to share with an authenticator app: 160 bits (RFC 4226, 4), in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The secret in groups of four, as it is typed into an app by hand. */
export const secretInGroups = (secret: string): readonly string[] => secret.match(/.{1,4}/gu) ?? []

/** The address that an authenticator app on the same device opens to take the secret over. */
export const otpauthAddress = (secret: string, signInName: string): string =>
  new TOTP({ ...form, issuer: 'Holdfast', label: signInName, period, secret: Secret.fromBase32(secret) }).toString()

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * The step of 30 seconds whose code was typed, or nothing when the code is wrong or its step is not after the last
 * used: a code is good once (RFC 6238, 5.2). Who calls it keeps the step as the last used, and must make sure that two
 * requests at once do not both keep it.
 */
export function findCodeStep(
  secret: string,
  code: string,
  at: Moment,
  lastUsedStep: number | undefined,
): number | undefined {
  const typed = code.replaceAll(/[\s-]/gu, '')
  // An account without a secret has no second factor: the code of an empty one could be worked out by anybody.
  if (secret === '' || !/^[0-9]{6}$/u.test(typed)) return undefined
  const now = Math.floor(at / stepLength)
  const key = Secret.fromBase32(secret)
  const fits = (step: number): boolean => isSame(HOTP.generate({ ...form, secret: key, counter: step }), typed)
  return window.map(by => now + by).find(step => step > (lastUsedStep ?? -1) && fits(step))
}
