import type { Day } from '../calendar/day.ts'
import { type Agency, agencyInWords, sameAgency, serviceOfAgency, services } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { agenciesOn } from '../record/network-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import type { DiscussionStanding } from '../record/strategy-standing.ts'
import { isSocialCare } from './arrival.ts'
import { type Owed, ownDefault, type Rule, rule, workingTogether } from './rule.ts'

type Discussion = EntryOf<'strategy-discussion'>

const base = ({ id, first }: DiscussionStanding): Pick<Owed, 'thing' | 'because' | 'since' | 'agency'> => ({
  thing: id,
  because: [first],
  since: first.day,
  agency: first.by,
})

const onTheDay = ({ entries, first }: DiscussionStanding): readonly Discussion[] =>
  entries.filter(entry => entry.day === first.day)

/** The first entry after the day of the discussion with which all is there; each is taken together with those before it. */
const completedBy = <E extends Entry>(
  later: readonly E[],
  day: Day,
  isComplete: (upTo: readonly E[]) => boolean,
): E | undefined => {
  const sorted = later.filter(entry => entry.day > day).sort((one, other) => one.day - other.day)
  return sorted.find((_, index) => isComplete(sorted.slice(0, index + 1)))
}

const needed: readonly { readonly words: string; readonly is: (agency: Agency) => boolean }[] = [
  { words: 'social care', is: isSocialCare },
  { words: 'the police', is: agency => serviceOfAgency(agency) === 'police' },
  { words: 'a health service', is: agency => services[serviceOfAgency(agency)].health },
]

/** Which of the three are not there; the agency that wrote it was. */
const absent = (entries: readonly Discussion[]): readonly string[] => {
  const present = entries.flatMap(entry => [entry.by, ...(entry.present ?? [])])
  return needed.filter(({ is }) => !present.some(is)).map(({ words }) => words)
}

const saysWhy = (entries: readonly Discussion[]): boolean => entries.some(entry => entry.reason !== undefined)

/** A strategy discussion takes social care, the police and health together (review 5.23). */
export const strategyQuorate: Rule = rule({
  name: 'strategy-discussion-complete',
  catalogue: 'R-STR-2',
  says: 'Have social care, the police and health take part, or write why not',
  shape: 'gate',
  label: 'statutory',
  source: workingTogether('social care, the police and health take part in a strategy discussion'),
  limit: { sameDay: true },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const discussion of picture.discussions) {
      const first = onTheDay(discussion)
      const lacking = absent(first)
      if (first.every(entry => entry.present === undefined) || lacking.length === 0 || saysWhy(first)) continue
      const done = completedBy(
        discussion.entries,
        discussion.first.day,
        later => saysWhy(later) || absent([...first, ...later]).length === 0,
      )
      for (const child of discussion.outcomes.keys())
        owe({ ...base(discussion), child, of: `without ${lacking.join(' and ')}`, done })
    }
  },
})

type Heard = Discussion | EntryOf<'report-filed' | 'invitation-sent'>

/** The agencies that an entry shows to have been asked or heard. */
const heardIn = (entry: Heard): readonly Agency[] => {
  if (entry.kind === 'report-filed') return [entry.reporter ?? entry.by]
  if (entry.kind === 'invitation-sent') return entry.to
  return [entry.by, ...(entry.present ?? []), ...(entry.invited ?? []), ...(entry.facts ?? [])]
}

/** Everything that shows who was asked or heard: the discussion itself, and invitations and reports that name it. */
const hearings = (picture: Picture, { id, entries }: DiscussionStanding): readonly Heard[] => [
  ...entries,
  ...all(picture, 'invitation-sent').filter(entry => entry.meeting === id),
  ...all(picture, 'report-filed').filter(entry => entry.meeting === id),
]

const notHeard = (agencies: readonly Agency[], heard: readonly Heard[]): readonly Agency[] => {
  const known = heard.flatMap(heardIn)
  return agencies.filter(agency => !known.some(other => sameAgency(other, agency) || bothSocialCare(other, agency)))
}

/** Social care is heard when any team of it takes part: they work from one record. */
const bothSocialCare = (one: Agency, other: Agency): boolean => isSocialCare(one) && isSocialCare(other)

/** The agencies at work with the child before a day: who starts on the day of the discussion starts because of it. */
const atWorkBefore = ({ network }: Picture, child: PersonId, day: Day): readonly Agency[] =>
  agenciesOn(
    network.filter(one => one.starts.day < day),
    child,
    day,
  )

/** Whom the record names at work with the child, and the discussion neither asked nor heard. */
const forgotten = (
  picture: Picture,
  discussion: DiscussionStanding,
  child: PersonId,
): Pick<Owed, 'of' | 'done'> | undefined => {
  const { day } = discussion.first
  const heard = hearings(picture, discussion)
  const missing = notHeard(
    atWorkBefore(picture, child, day),
    heard.filter(entry => entry.day <= day),
  )
  if (missing.length === 0) return undefined
  const isComplete = (later: readonly Heard[]) =>
    notHeard(missing, later).length === 0 ||
    later.some(entry => entry.kind === 'strategy-discussion' && entry.reason !== undefined)
  return { of: missing.map(agencyInWords).join(', '), done: completedBy(heard, day, isComplete) }
}

/** Whoever works with the child is asked to the strategy discussion, or their facts are obtained (review 5.26). */
export const strategyInvited: Rule = rule({
  name: 'strategy-discussion-hears-all',
  catalogue: 'R-STR-3',
  says: 'Ask whoever works with the child for what they know, or write why not',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'the same day; that all services around the child are asked as relevant is local procedure in Buckinghamshire',
  ),
  limit: { sameDay: true },
  owner: 'team-manager',
  find: (picture, owe) => {
    if (picture.network.length === 0) return
    for (const discussion of picture.discussions) {
      const first = onTheDay(discussion)
      const says = first.some(entry => entry.invited !== undefined || entry.present !== undefined)
      if (!says || saysWhy(first)) continue
      for (const child of discussion.outcomes.keys()) {
        const missing = forgotten(picture, discussion, child)
        if (missing !== undefined) owe({ ...base(discussion), child, ...missing })
      }
    }
  },
})
