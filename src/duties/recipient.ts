import type { Post, PractitionerId } from '../people/practitioner.ts'
import type { Entry } from '../record/entry.ts'
import { sightFor } from '../record/sight.ts'
import type { Involved } from './involved.ts'
import { once, onceForEach } from './once.ts'
import type { Seat } from './roll.ts'
import type { Scene } from './scene.ts'

/**
 * Who is told: a practitioner by name, in the post in which she hears it; or a desk, which is everybody of exactly this
 * agency and role.
 */
export interface Recipient extends Post {
  readonly practitioner?: PractitionerId
}

/** One word for a recipient; whoever would hear in two posts is one. */
export const recipientKey = ({ practitioner, agency, role }: Recipient): string => practitioner ?? `${agency}|${role}`

/** Each recipient once. */
export const eachRecipient = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.length < 2 ? recipients : [...new Map(recipients.map(one => [recipientKey(one), one])).values()]

/** The desks at which these sit, each as one recipient, and whoever stands in there without sitting there. */
export const desksOf = (scene: Scene, seats: readonly Seat[]): readonly Recipient[] => {
  const desks = eachRecipient(seats.map(({ agency, role }) => ({ agency, role })))
  const sitting = new Set(seats.map(seat => seat.practitioner))
  const others = desks.flatMap(scene.standingAt).filter(seat => !sitting.has(seat.practitioner))
  return [...desks, ...others]
}

const hearing = (scene: Scene, one: Involved): readonly Recipient[] => {
  if (one.lasts && !one.away && one.named.length > 0) return one.named
  return one.covers.length > 0 ? one.covers : desksOf(scene, scene.seats.desk(one.agency, one.role))
}

const hearingIn = onceForEach((scene: Scene) => once((one: Involved) => hearing(scene, one)))

/** Who hears for a part in the network: whoever it names, while she is away those who stand in, else the desk. */
export const hearersOf = (scene: Scene, one: Involved): readonly Recipient[] => hearingIn(scene)(one)

/** Everybody who finds a notice to this recipient before them. */
export const readersOf = ({ seats }: Scene, { practitioner, agency, role }: Recipient): readonly PractitionerId[] =>
  practitioner === undefined
    ? seats.holding(role).flatMap(seat => (seat.agency === agency ? [seat.practitioner] : []))
    : [practitioner]

/** Tells whether a recipient may see all that something rests on. */
export const sightOfRecipients = ({ seats }: Scene): ((to: Recipient, because: readonly Entry[]) => boolean) => {
  const sight = once(
    (to: Recipient) => sightFor({ posts: to.practitioner === undefined ? [to] : seats.postsOf(to.practitioner) }),
    recipientKey,
  )
  return (to, because) => because.every(sight(to))
}
