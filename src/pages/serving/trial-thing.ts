import { addDays, isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { Line } from '../../store/line.ts'
import { beginRecord } from '../../store/records.ts'
import type { AtWork, TrialHoldfast } from './trial.ts'
import { askTrial } from './trial-facts.ts'

/* A family for the tests of things to do: one that takes one signature, and one that takes two. */

/** A thing that social care owes by local procedure, and one that is statutory. */
export const meeting = 'Hold the first meeting of the child in need plan'
export const conference = 'Hold the initial child protection conference'

const rowan = 'social-care/rowan-team'

/** A day so many days from today, as a line of a chronology has it. */
export const dayFrom = ({ store }: TrialHoldfast, days: number): string => isoDay(addDays(londonDay(store.now()), days))

/** Begins the record of a child whose social worker is Leila Haddadi, with a plan and a conference that was decided. */
export const beginFamily = async (trial: TrialHoldfast, ...more: readonly Line[]): Promise<string> => {
  const on = (days: number) => ({ on: dayFrom(trial, days), by: rowan })
  const [starts, plan, talk] = [
    { kind: 'worker-starts', ...on(-90), role: 'social-worker', practitioner: 'Leila Haddadi' },
    { kind: 'plan-agreed', ...on(-60), plan: 'p1', type: 'child-in-need' },
    { kind: 'strategy-discussion', ...on(-40), discussion: 'talk', section47: 'yes', outcome: 'conference' },
  ]
  const kit = { kind: 'person', person: 'kit', name: 'Kit Brook', born: '2019-01-10', as: 'child', subject: 'yes' }
  // Where another child is on the record, the plan is for both.
  const both = more.some(({ person }) => person === 'may') ? { child: ['kit', 'may'] } : {}
  const lines = [kit, starts, { ...plan, ...both }, talk, ...more]
  const begun = await beginRecord(trial.store, { partnership: trial.partnership, writer: 'import', lines })
  if ('record' in begun) return begun.record
  throw new Error('the family of a test was not taken')
}

/** The address of a thing to do, from the family's ledger. */
export const thingOf = async (who: AtWork, record: string, says: string): Promise<string> => {
  const html = await who.text(`/families/${record}/ledger`)
  const [, address] = new RegExp(`href="(/families/${record}/duties/\\w{12})">${says}<`, 'u').exec(html) ?? []
  if (address === undefined) throw new Error(`${says} is not owed here`)
  return address
}

/** What was written on a thing, as the record keeps it. */
export interface Word {
  readonly by: string
  readonly author: string
  readonly rule: string
  readonly thing: string
  readonly child: readonly string[]
  readonly done?: string
  readonly where?: string
  readonly sight?: readonly string[]
  readonly signedBy?: readonly string[]
  readonly reason?: string
  readonly text?: string
}

/** The words of a kind in a record, in order. */
export const wordsIn = async (
  trial: TrialHoldfast,
  record: string,
  kind: 'done-elsewhere' | 'set-aside',
): Promise<readonly Word[]> => {
  const rows = await askTrial(
    trial,
    'select content::jsonb as line from content where partnership = $1 and record = $2 and kind = $3 order by number',
    ...[record, kind],
  )
  return rows.map(({ line }) => line as Word)
}

/** The words of a page, without what makes it one. */
export const plainText = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')
