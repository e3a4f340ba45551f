import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { addKin, addPractitioner, endPractitioner } from './accounts.ts'
import { breakGlass } from './break-glass.ts'
import type { Line } from './line.ts'
import { beginRecord, newPartnership } from './records.ts'
import { tick } from './tick.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

/*
 * For tests of need to know: a family with everything that is restricted, in which many work; strangers, one who has left,
 * two with kin in it; a record that it reads from; and another partnership.
 */

export interface RestrictedFamily extends TrialFamily {
  /** Everybody by name. */
  readonly people: ReadonlyMap<string, PractitionerId>
  /** The record of another child, from which the record of the family reads. */
  readonly ann: string
  /** Another partnership. */
  readonly other: number
}

/** The words that stand in the text and the id of what is restricted, each in one entry alone. */
export const restrictedWords = [
  ...[
    'clareslaw',
    'exploited',
    'pregnancyended',
    'ownsight',
    'widelyknown',
    'narrowed',
    'wrongfamily',
    'anotherfamily',
  ],
  ...['annclareslaw', 'annexploited', 'annownsight'],
] as const

interface Scene {
  readonly family: TrialFamily
  readonly today: string
  readonly people: Map<string, PractitionerId>
}

const secret = (today: string, word: string, more: Line): Line => ({
  ...{ on: today, by: 'social-care', id: `entry-${word}`, text: `${word}.` },
  ...more,
})

const restricted = (today: string): readonly Line[] => [
  secret(today, 'clareslaw', { kind: 'clares-law', person: 'kirsty', step: 'asked' }),
  secret(today, 'exploited', { kind: 'exploitation', person: 'kirsty', state: 'concern', level: 'high' }),
  secret(today, 'pregnancyended', { kind: 'pregnancy-ended', by: 'midwifery', unborn: 'unborn' }),
  secret(today, 'ownsight', { kind: 'concern', by: 'police', harm: 'yes', sight: ['police'] }),
  secret(today, 'widelyknown', { kind: 'concern', by: 'police' }),
  secret(today, 'narrowed', { kind: 'concern', by: 'police', corrects: 'entry-widelyknown', sight: ['police'] }),
  secret(today, 'wrongfamily', { kind: 'concern', harm: 'yes' }),
  { kind: 'set-apart', on: today, by: 'partnership', entry: 'entry-wrongfamily', reason: 'anotherfamily' },
]

// Each raises a duty that rests on it, or is of a kind that only some may see.
const ofAnn = (today: string): readonly Line[] => [
  { kind: 'person', person: 'ann', name: 'Ann Ashgrove', subject: 'yes', born: '2021-02-03', nhs: '9990000018' },
  secret(today, 'annclareslaw', { kind: 'clares-law', person: 'ann', step: 'asked', child: ['ann'] }),
  secret(today, 'annownsight', { kind: 'concern', by: 'police', harm: 'yes', child: ['ann'], sight: ['police'] }),
  secret(today, 'annexploited', {
    kind: 'exploitation',
    person: 'ann',
    state: 'concern',
    level: 'high',
    child: ['ann'],
  }),
]

/** Somebody new, and the line with which they would begin to work with a family. */
const add = async ({ family, people, today }: Scene, name: string, agency: string, role: string, partnership = 1) => {
  const posts = [{ agency, role }] as never
  const signIn = name.toLowerCase().replace(' ', '.')
  people.set(name, await addPractitioner(family.store, partnership, { name, signIn, posts }))
  return { kind: 'worker-starts', on: today, by: agency, role, practitioner: name }
}

const begin = async ({ store }: TrialFamily, partnership: number, lines: readonly Line[]): Promise<string> => {
  const outcome = await beginRecord(store, { partnership, lines, writer: 'import' })
  if (!('record' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.record
}

const idOf = ({ people }: Pick<Scene, 'people'>, name: string): PractitionerId =>
  people.get(name) ?? ('nobody' as never)

const strangers = async (scene: Scene): Promise<void> => {
  await add(scene, 'Stan Stranger', 'health-visiting', 'health-visitor')
  await add(scene, 'Gil Governance', 'partnership', 'information-governance-lead')
  await add(scene, 'Amy Ambulance', 'ambulance', 'ambulance-clinician')
  await add(scene, 'Glen Glass', 'gp/elm-road', 'gp')
}

/** What nobody may read any more for having left, or for being of the family: the rows say that they may. */
const shut = async (scene: Scene): Promise<void> => {
  const { family } = scene
  const asking = (name: string) => ({ partnership: 1, practitioner: idOf(scene, name) })
  const tell = [{ practitioner: idOf(scene, 'Ed Ended') }, { role: 'safeguarding-lead' }] as const
  const reason = 'A reason that somebody wrote'
  for (const name of ['Ed Ended', 'Glen Glass'])
    await breakGlass(family.store, asking(name), { record: family.record, reason, tell })
  await endPractitioner(family.store, asking('Ed Ended'))
  for (const name of ['Kit Kin', 'Glen Glass']) await addKin(family.store, asking(name), { nhs: '9990102686' })
  for (const name of ['Kit Kin', 'Glen Glass', 'Ed Ended'])
    await family.ask(
      `insert into may_open (partnership, practitioner, record, why) values (1, $1, 'alfie', 'network') on conflict do nothing`,
      [idOf(scene, name)],
    )
}

const southmoor = async (scene: Scene): Promise<number> => {
  const { family, today } = scene
  const other = await newPartnership(family.store, 'Southmoor')
  const starts = await add(scene, 'Sol South', 'health-visiting', 'health-visitor', other)
  const child = { kind: 'person', person: 'sue', name: 'Sue Southchild', subject: 'yes', born: '2021-02-03' }
  await begin(family, other, [child, starts, secret(today, 'southern', { kind: 'concern', harm: 'yes' })])
  return other
}

/** A database for a test with a family of which most may not see all. */
export const restrictedFamily = async (): Promise<RestrictedFamily> => {
  const family = await trialFamily()
  const people = new Map([['Tomasz Wrona', family.worker]])
  const scene: Scene = { family, people, today: isoDay(londonDay(family.now)) }
  const { today } = scene
  const starts = [
    await add(scene, 'Nell Network', 'school-nursing', 'school-nurse'),
    await add(scene, 'Pat Police', 'police', 'police-officer'),
    await add(scene, 'Ed Ended', 'health-visiting', 'safeguarding-lead'),
    await add(scene, 'Kit Kin', 'early-help', 'early-help-worker'),
  ]
  await strangers(scene)
  const ann = await begin(family, 1, ofAnn(today))
  const takes = { kind: 'taken-over', on: today, by: 'social-care', person: 'ann', otherRecord: ann }
  await family.write(...starts, takes, ...restricted(today))
  const other = await southmoor(scene)
  await tick(family.store)
  await shut(scene)
  return { ...family, people, ann, other }
}
