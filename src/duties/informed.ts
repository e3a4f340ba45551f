import { findRole, serviceOfRole } from '../people/role.ts'
import { findAgency, type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { earliest, receiptsOf } from './reading.ts'

/** What is to be known, about which child, and by which other names entries may speak of it. */
export interface News {
  readonly child: PersonId
  readonly entry: Entry
  readonly names?: readonly (string | undefined)[]
}

const serviceOfWord = (word: string): Service | undefined => {
  const agency = findAgency(word)
  if (agency !== undefined) return serviceOfAgency(agency)
  const role = findRole(word)
  return role === undefined ? undefined : serviceOfRole(role)
}

const isAny =
  (services: readonly Service[]) =>
  (word: string): boolean => {
    const service = serviceOfWord(word)
    return service !== undefined && services.includes(service)
  }

const namesOf = ({ entry, names = [] }: News): readonly string[] => [
  ...new Set([entry.id, entry.root, ...names.filter(name => name !== undefined)]),
]

/** A receipt or a letter that names it, for any of these services. */
const byReceipt = (picture: Picture, news: News, services: readonly Service[]): Entry | undefined => {
  const names = namesOf(news)
  const fits = isAny(services)
  return earliest(
    ...receiptsOf(picture, names).filter(receipt => receipt.day >= news.entry.day && receipt.to.some(fits)),
    all(picture, 'letter-sent').find(
      letter =>
        letter.day >= news.entry.day &&
        letter.about !== undefined &&
        names.includes(letter.about) &&
        letter.to.some(fits),
    ),
  )
}

/** They were referred to, or sat at a table about the child: whoever was there has heard of it. */
const byMeeting = (picture: Picture, { child, entry }: News, services: readonly Service[]): Entry | undefined => {
  const of = { child, day: entry.day }
  const fits = isAny(services)
  return earliest(
    firstSince(picture, 'referral-made', of, made => fits(made.to)),
    firstSince(
      picture,
      'strategy-discussion',
      of,
      held => held.present?.some(fits) ?? services.includes('social-care'),
    ),
    firstSince(picture, 'meeting-held', of, held => held.present?.some(fits) === true),
    firstSince(picture, 'conference-held', of, held => held.present?.some(fits) ?? true),
  )
}

/**
 * The entry that first shows that any of these services knows of something: they wrote it, were told, were referred to,
 * or sat with others about the child afterwards. Records written by strangers rarely hold a receipt.
 */
export const informed = (picture: Picture, news: News, services: readonly Service[]): Entry | undefined =>
  services.includes(serviceOfAgency(news.entry.by))
    ? news.entry
    : earliest(byReceipt(picture, news, services), byMeeting(picture, news, services))

/** The entry by which the last of several services knew of it; nothing while one of them does not. */
export const allInformed = (
  picture: Picture,
  news: News,
  services: readonly (readonly Service[])[],
): Entry | undefined => {
  const known = services.map(one => informed(picture, news, one))
  return known.reduce(
    (last, one) => (last === undefined || one === undefined ? undefined : one.day > last.day ? one : last),
    known[0],
  )
}
