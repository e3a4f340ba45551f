import { AccountRefusal } from '../store/accounts.ts'
import { BackupRefusal } from '../store/backup.ts'
import { DisposalRefusal } from '../store/dispose.ts'
import { HeadsRefusal } from '../store/heads.ts'
import { SealRefusal } from '../store/sealed.ts'
import { ServerRefusal } from '../store/server/refusal.ts'
import { Refusal } from './start/refusal.ts'

const refusals = [Refusal, ServerRefusal, AccountRefusal, BackupRefusal, DisposalRefusal, HeadsRefusal, SealRefusal]

/** What is said of an error that somebody can mend; nothing for a fault. */
export const findRefusal = (error: unknown): string | undefined =>
  error instanceof Error && refusals.some(one => error instanceof one) ? error.message : undefined

const codeOf = (error: Error): string => ('code' in error && error.code !== undefined ? ` (${String(error.code)})` : '')

const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '28P01',
  '28000',
  '3D000',
])

/**
 * What is said of a fault: its name, its code and where it happened, and never its message, since a database repeats in it
 * what was to be written.
 */
export const faultInWords = (error: unknown): string => {
  if (!(error instanceof Error)) return 'There was a fault.'
  if ('code' in error && unreachable.has(String(error.code)))
    return `The database cannot be reached${codeOf(error)}: look at DATABASE_URL, and whether the server runs.`
  const where = (error.stack ?? '').split('\n').filter(line => /^\s+at /u.test(line))
  return [`There was a fault: ${error.name}${codeOf(error)}.`, ...where].join('\n')
}
