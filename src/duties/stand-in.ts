import type { Day } from '../calendar/day.ts'
import type { Post } from '../people/practitioner.ts'
import { sameAgency, serviceOfAgency } from '../people/service.ts'
import { type Absence, type Cover, isCoverFor } from '../record/agency-record.ts'
import { type Involvement, usualRole } from '../record/network-standing.ts'
import { all } from '../record/standing.ts'
import { wordsOfAgencies } from './agency-words.ts'
import type { Asked } from './asked.ts'
import { isSameName } from './roll.ts'

/** What is known of absences and cover on a day: for those involved with a family, and for desks. */
export interface StandIns {
  /** The absences of somebody involved that last on the day. */
  readonly absencesOf: (one: Involvement) => readonly Absence[]
  /** The cover for such an absence that was agreed by the day. */
  readonly coversFor: (absence: Absence) => readonly Cover[]
  /** The absences that last on the day of those who hold a post, by the agencies' record. */
  readonly absencesAt: (post: Post) => readonly Absence[]
}

const agencyOf = (absence: Absence) => absence.agency ?? absence.by

/** An absence without a last day, and a post that was left, last until somebody starts there again. */
const lasts = (absence: Absence, day: Day): boolean =>
  absence.day <= day && (absence.kind === 'worker-leaves' || absence.until === undefined || absence.until >= day)

/** The agencies' record must name who is away; in a family's own record the role will do. */
const isNamed = (absence: Absence, { practitioner }: Involvement, own: boolean): boolean =>
  absence.practitioner === undefined
    ? own
    : practitioner === undefined
      ? own
      : isSameName(absence.practitioner, practitioner)

const isRole = (absence: Absence, { role }: Post): boolean =>
  absence.role === undefined
    ? absence.practitioner !== undefined || usualRole(agencyOf(absence)) === role
    : absence.role === role

const isIn = ({ starts, ends }: Involvement, day: Day): boolean =>
  starts.day <= day && (ends === undefined || ends.day >= day)

const touches = (absence: Absence, one: Involvement, own: boolean): boolean =>
  sameAgency(agencyOf(absence), one.agency) &&
  isRole(absence, one) &&
  isIn(one, absence.day) &&
  isNamed(absence, one, own)

/** Whether somebody has started in a post for the same child since an absence began. */
const isFilled = (network: readonly Involvement[], one: Involvement, absence: Absence, day: Day): boolean =>
  network.some(
    ({ starts, role, agency, children }) =>
      starts.day > absence.day &&
      starts.day <= day &&
      role === one.role &&
      sameAgency(agency, one.agency) &&
      children.some(child => one.children.includes(child)),
  )

const withRole = (absence: Absence, { role }: Post): Absence => (absence.role === role ? absence : { ...absence, role })

const ofInvolved = ({ stands, agencies, day }: Asked): StandIns['absencesOf'] => {
  const own = [...all(stands, 'worker-away'), ...all(stands, 'worker-leaves')].filter(one => lasts(one, day))
  const theirs = wordsOfAgencies(agencies).absences.filter(one => lasts(one, day))
  return one =>
    [...own.filter(absence => touches(absence, one, true)), ...theirs.filter(absence => touches(absence, one, false))]
      .filter(absence => !isFilled(stands.network, one, absence, day))
      .map(absence => withRole(absence, one))
}

const ofPosts = ({ agencies, day }: Asked): StandIns['absencesAt'] => {
  const { absences, starts } = wordsOfAgencies(agencies)
  const lasting = absences.filter(one => lasts(one, day))
  const filled = (absence: Absence, post: Post) =>
    starts.some(
      one =>
        one.day > absence.day &&
        one.day <= day &&
        one.practitioner !== undefined &&
        isRole(absence, post) &&
        one.role === post.role &&
        sameAgency(one.agency ?? one.by, post.agency),
    )
  return post =>
    lasting
      .filter(one => sameAgency(agencyOf(one), post.agency) && isRole(one, post) && !filled(one, post))
      .map(absence => withRole(absence, post))
}

const coversIn = ({ stands, agencies, day }: Asked): StandIns['coversFor'] => {
  const agreed = [...all(stands, 'cover'), ...wordsOfAgencies(agencies).covers].filter(one => one.day <= day)
  const byService = Map.groupBy(agreed, one => serviceOfAgency(one.agency ?? one.by))
  return absence => (byService.get(serviceOfAgency(agencyOf(absence))) ?? []).filter(one => isCoverFor(one, absence))
}

/** Who is away on a day and who was said to stand in: by the family's own record and by that of the agencies. */
export const standInsOn = (asked: Asked): StandIns => ({
  absencesOf: ofInvolved(asked),
  absencesAt: ofPosts(asked),
  coversFor: coversIn(asked),
})
