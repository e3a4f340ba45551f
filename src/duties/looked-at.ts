import type { Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { firstFromDay } from './attendance.ts'
import { earliest } from './reading.ts'

/** The first entry of any of these kinds about a child on or after a day. */
export const firstOfKinds = (picture: Picture, kinds: readonly Kind[], child: PersonId, day: Day): Entry | undefined =>
  earliest(...kinds.map(kind => firstFromDay<Entry>(all(picture, kind), day, entry => isAbout(picture, entry, child))))

/** Kinds by which those who decide show that they looked at a risk, in whatever words. */
export const decidedBy: readonly Kind[] = [
  'strategy-discussion',
  'section47-started',
  'assessment-opened',
  'threshold-reviewed',
  'conference-held',
]

/** Kinds by which plan or analysis show what a fact means for the child. */
export const weighedBy: readonly Kind[] = [
  ...decidedBy,
  'analysis-updated',
  'assessment-finished',
  'plan-updated',
  'plan-started',
  'safety-plan',
]

/** The first contact in which a child was seen, by anybody, on or after a day. */
export const firstSeen = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstFromDay(
      all(picture, 'contact'),
      day,
      entry => entry.reached !== false && (entry.seen?.includes(child) ?? false),
    ),
    picture.appointments.length === 0
      ? undefined
      : firstFromDay<Entry>(
          all(picture, 'attended'),
          day,
          entry =>
            entry.kind === 'attended' &&
            entry.person === undefined &&
            entry.seen !== 'no' &&
            isAbout(picture, entry, child),
        ),
  )

/** Who decides for a child on a day: the social worker of an open case, else whoever is on duty. */
export const socialWorkerFor = (picture: Picture, child: PersonId, day: Day): Role =>
  openToSocialCareOn(picture, child, day) ? 'social-worker' : 'duty-social-worker'

/** Who sees in an agency that something is done about a child. */
export const leadIn = ({ by }: Entry): Role => {
  if (isSocialCare(by)) return 'social-worker'
  const service = serviceOfAgency(by)
  if (service === 'police') return 'police-officer'
  if (service === 'probation') return 'probation-practitioner'
  return service === 'school' || service === 'nursery' ? 'designated-safeguarding-lead' : 'safeguarding-lead'
}

/** Tells of each name whether it is the first of its kind: what two entries say of one thing is owed once. */
export const firstOfEach = (): ((...parts: readonly string[]) => boolean) => {
  const seen = new Set<string>()
  return (...parts) => {
    const name = parts.join('|')
    return !seen.has(name) && seen.add(name) !== undefined
  }
}
