import { type Day, getDay } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { inTurn, isBefore } from './in-turn.ts'
import { endedBy, firstAbout } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Word = EntryOf<'clares-law'>
type Step = Word['step']

/** The words of one step about one person, for each child; a word that names nobody stands for itself. */
interface Told {
  readonly child: PersonId
  readonly thing: string
  readonly words: Word[]
}

const wordsOf = (picture: Picture, step: Step): readonly Told[] => {
  const held = new Map<string, Told>()
  for (const word of all(picture, 'clares-law')) {
    if (word.step !== step) continue
    const thing = word.person ?? 'clares-law'
    for (const child of childrenOf(picture, word)) {
      const before = held.get(`${child}|${thing}`)
      if (before === undefined) held.set(`${child}|${thing}`, { child, thing, words: [word] })
      else before.words.push(word)
    }
  }
  return [...held.values()]
}

const later = (picture: Picture, child: PersonId, word: Word, fits: (step: Step) => boolean): Entry | undefined =>
  firstAbout(
    picture,
    all(picture, 'clares-law'),
    child,
    word.day,
    entry =>
      fits(entry.step) &&
      !isBefore(entry, word) &&
      (entry.person === undefined || word.person === undefined || entry.person === word.person),
  )

const stepOf = (step: string, ordinal: number): string => (ordinal === 1 ? step : `${step} ${ordinal}`)

const base = ({ child, thing }: Told, word: Word): Pick<Owed, 'child' | 'thing' | 'because' | 'since'> => ({
  child,
  thing,
  because: [word],
  since: word.day,
})

const applicationAskedAbout = rule({
  name: 'clares-law-asked-about',
  catalogue: 'R-DA-4',
  says: 'Ask whether Clare’s Law was applied for, and offer help with it',
  label: 'local setting',
  source: ownDefault('five working days after it was advised: advice is not an application'),
  limit: { workingDays: 5 },
  owner: 'domestic-abuse-adviser',
  ladder: ['domestic-abuse-lead', 'team-manager'],
  find: (picture, owe) => {
    for (const told of wordsOf(picture, 'advised'))
      inTurn(
        told.words,
        word => word,
        (word, ordinal) =>
          owe({
            ...base(told, word),
            step: stepOf('asked', ordinal),
            owner: serviceOfAgency(word.by) === 'police' ? 'police-officer' : undefined,
            agency: word.by,
            done: later(picture, told.child, word, step => step !== 'advised'),
          }),
      )
  },
})

const answers: ReadonlySet<Step> = new Set(['disclosed', 'nothing-to-disclose', 'refused'])
const newScheme: Day = getDay('2023-04-05')

const disclosureDecided = rule({
  name: 'clares-law-disclosure-decided',
  catalogue: 'R-DA-4',
  says: 'Decide on the Clare’s Law application: disclose, refuse, or say that there is nothing to disclose',
  label: 'local procedure',
  source: [
    { document: 'Domestic Violence Disclosure Scheme guidance before 2023: within 35 days of the application' },
    { from: '2023-04-05', document: 'Domestic Violence Disclosure Scheme statutory guidance 2023: within 28 days' },
  ],
  limit: { days: 28 },
  owner: 'police-officer',
  ladder: ['police-inspector', 'domestic-abuse-lead'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const told of wordsOf(picture, 'applied'))
      inTurn(
        told.words,
        word => word,
        (word, ordinal) =>
          owe({
            ...base(told, word),
            step: stepOf('disclosed', ordinal),
            ...(word.day < newScheme ? { limit: { days: 35 } } : {}),
            watchers: [word.by],
            ...endedBy(
              later(picture, told.child, word, step => answers.has(step)),
              later(picture, told.child, word, step => step === 'not-wanted'),
            ),
          }),
      )
  },
})

/** The domestic violence disclosure scheme, from advice to answer (review 5.3). */
export const claresLawRules: readonly Rule[] = [applicationAskedAbout, disclosureDecided]
