import type { Day } from '../calendar/day.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { earliest, receiptsOf } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Sharing = EntryOf<'sharing-decided'>

/** Shared: what for, on which basis. Not shared: why, which is what harm it would do. Either way whether the family knows. */
const isWhole = ({ answer, purpose, basis, reason, familyTold, whyNotTold }: Sharing): boolean =>
  (answer === 'shared' ? basis !== undefined && (purpose ?? reason) !== undefined : reason !== undefined) &&
  (familyTold === true || (familyTold === false && whyNotTold !== undefined) || answer === 'not-shared')

const sharingWhole = rule({
  name: 'sharing-reasons-written',
  catalogue: 'R-INF-1',
  says: 'Write why it was shared or not: what for, on which basis, with whom, and whether the family was told',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'one working day; golden rule 7 of the government’s advice on information sharing, which is not statutory; section 16LA of the Children Act 2004 is named as a basis once its start is confirmed',
  ),
  limit: { workingDays: 1 },
  owner: 'safeguarding-lead',
  ladder: ['information-governance-lead'],
  heard: 'when-late',
  find: (picture, owe) => {
    const decided = all(picture, 'sharing-decided')
    for (const sharing of decided)
      if (!isWhole(sharing))
        for (const child of childrenOf(picture, sharing)) {
          const done = decided.find(
            later =>
              later !== sharing &&
              later.day >= sharing.day &&
              isWhole(later) &&
              sameAgency(later.by, sharing.by) &&
              isAbout(picture, later, child),
          )
          owe({ child, thing: sharing.root, because: [sharing], since: sharing.day, agency: sharing.by, done })
        }
  },
})

type Fact = EntryOf<'exploitation' | 'known-elsewhere' | 'disclosure'>

const factsOf = (picture: Picture): readonly Fact[] => [
  ...all(picture, 'exploitation'),
  ...all(picture, 'known-elsewhere'),
  ...all(picture, 'disclosure'),
]

/** How old a fact must be to be one that was known before the assessment, and not one that set it off. */
const old = 90

/** The agency told social care of it, decided whether to, or took part where the assessment was made. */
const offered = (picture: Picture, fact: Fact, child: PersonId, agency: Agency): Entry | undefined => {
  const { day } = fact
  const present = (entry: { readonly present?: readonly Agency[] | undefined }) =>
    entry.present?.some(one => sameAgency(one, agency)) === true
  const own = (entry: Entry) => sameAgency(entry.by, agency)
  return earliest(
    receiptsOf(picture, [fact.id, fact.root]).find(receipt =>
      receipt.to.some(one => one.startsWith('social-care') || one === 'social-worker'),
    ),
    firstSince(picture, 'sharing-decided', { child, day }, own),
    firstSince(picture, 'referral-made', { child, day }, own),
    firstSince(picture, 'enquiry-answered', { child, day }, own),
    firstSince(picture, 'report-filed', { child, day }, own),
    firstSince(picture, 'assessment-contribution', { child, day }, entry =>
      sameAgency(entry.agency ?? entry.by, agency),
    ),
    firstSince(picture, 'meeting-held', { child, day }, present),
    firstSince(picture, 'strategy-discussion', { child, day }, present),
  )
}

const oldFactOffered = rule({
  name: 'old-fact-offered',
  catalogue: 'R-INF-2',
  says: 'Offer what you know from before to whoever assesses the child now, or write why it is not shared',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('five working days after the assessment is opened'),
  limit: { workingDays: 5 },
  owner: 'safeguarding-lead',
  ladder: ['assessment-author', 'team-manager'],
  find: (picture, owe) => {
    const facts = factsOf(picture).filter(fact => serviceOfAgency(fact.by) !== 'social-care')
    if (facts.length === 0) return
    const asked = new Set<string>()
    for (const { opened, children, finished } of picture.assessments) {
      if (opened === undefined || opened.kind !== 'assessment-opened') continue
      const until = finished?.day ?? (Number.POSITIVE_INFINITY as Day)
      for (const child of children)
        for (const fact of facts) {
          const key = `${child} ${fact.by}`
          if (asked.has(key) || fact.day > opened.day - old || opened.day > until) continue
          const done = offered(picture, fact, child, fact.by)
          if (done !== undefined && done.day < opened.day) continue
          asked.add(key)
          owe({
            child,
            thing: 'old-facts',
            step: fact.by,
            because: [opened, fact],
            since: opened.day,
            agency: fact.by,
            done,
          })
        }
    }
  },
})

/** What is shared, with whom and why, and what one agency has always known (review 5.17). */
export const sharingRules: readonly Rule[] = [sharingWhole, oldFactOffered]
