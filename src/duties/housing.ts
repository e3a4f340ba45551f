import { type Agency, serviceOfAgency } from '../people/service.ts'
import { always } from '../record/always.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { plainAddress } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { firstOfKinds } from './looked-at.ts'
import { earliest, firstFrom, receiptsOf } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const isHousing = (agency: Agency): boolean => serviceOfAgency(agency) === 'housing'

const needAnswered = rule({
  name: 'housing-need-answered',
  catalogue: 'R-HSG-1',
  says: 'Answer what the family needs: what can be offered, and when',
  label: 'local setting',
  source: ownDefault('five working days after the housing service was told'),
  limit: { workingDays: 5 },
  owner: 'housing-officer',
  ladder: ['agency-manager', 'lead-practitioner'],
  find: (picture, owe) => {
    const needs = all(picture, 'housing-need')
    for (const [child, ofChild] of Map.groupBy(needs, entry => childrenOf(picture, entry)[0] ?? picture.subject[0]))
      inTurn(
        ofChild,
        entry => entry,
        (entry, ordinal) => {
          const byHousing = (one: Entry) => isHousing(one.by) && one !== entry
          const done = earliest(
            ...(
              [
                'contact',
                'lives-at',
                'letter-sent',
                'referral-accepted',
                'referral-declined',
                'decision',
                'meeting-held',
              ] as const
            ).map(kind => firstFrom<Entry>(all(picture, kind), entry.day, byHousing)),
            firstFrom(all(picture, 'lives-at'), entry.day, one => one.person.includes(child) && one.day > entry.day),
          )
          return owe({
            child,
            thing: 'housing',
            step: `${ordinal}`,
            because: [entry],
            since: entry.day,
            agency: 'housing' as Agency,
            watchers: [entry.by],
            done,
          })
        },
      )
  },
})

type Move = EntryOf<'lives-at'>

/** The moves of a child whom social care has, or into a temporary home: a new address, when an older one is known. */
const movesOf = (picture: Picture, child: PersonId): readonly Move[] => {
  const homes = picture.people.get(child)?.homes ?? []
  return homes.flatMap(({ entry, address, from }, place) => {
    const before = homes[place - 1]
    const moved = before !== undefined && before.address !== address && before.from < from && from > always
    if (!moved || entry.kind !== 'lives-at') return []
    return entry.temporary === true || openToSocialCareOn(picture, child, from) ? [entry] : []
  })
}

const isSame = (one: string, other: string): boolean =>
  plainAddress(one).replaceAll(/[,.]/gu, '') === plainAddress(other).replaceAll(/[,.]/gu, '')

/** The others know: they were told, the plan was brought up to date, a meeting sat, or the child came into care. */
const othersKnow = (picture: Picture, child: PersonId, move: Move): Entry | undefined =>
  earliest(
    receiptsOf(picture, [move.id, move.root]).find(receipt => receipt.day >= move.day),
    firstOfKinds(
      picture,
      [
        'plan-updated',
        'meeting-held',
        'conference-held',
        'strategy-discussion',
        'minutes-sent',
        'address-checked',
        'came-into-care',
      ],
      child,
      move.day,
    ),
    firstFrom(
      all(picture, 'contact-details'),
      move.day,
      entry => entry.address !== undefined && entry.by !== move.by && isSame(entry.address, move.address),
    ),
    firstFrom(
      all(picture, 'lives-at'),
      move.day,
      entry => entry !== move && entry.by !== move.by && isAbout(picture, entry, child),
    ),
  )

const addressTold = rule({
  name: 'new-address-told',
  catalogue: 'R-HSG-1',
  says: 'Tell every agency the new address, unless it is kept from somebody, and who visits there now',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('five working days after the family of an open case moved, or any child into a temporary home'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    const told = new Set<string>()
    for (const child of picture.children)
      for (const [place, move] of movesOf(picture, child).entries()) {
        if (told.has(move.root)) continue
        told.add(move.root)
        const owned: Pick<Owed, 'owner' | 'agency'> = openToSocialCareOn(picture, child, move.day)
          ? {}
          : { owner: 'housing-officer', agency: 'housing' as Agency }
        const { address, day } = move
        owe({
          ...owned,
          child,
          thing: `home-${address.toLowerCase()}`,
          step: `${place + 1}`,
          because: [move],
          since: day,
          done: othersKnow(picture, child, move),
        })
      }
  },
})

/** Where a family lives, and that everybody who must find them knows it (review 2.13, 6.3). */
export const housingRules: readonly Rule[] = [needAnswered, addressTold]
