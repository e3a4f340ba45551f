import type { Duty } from '../duties/rule.ts'
import { whoseOn } from '../duties/whose.ts'
import type { Post, Practitioner, PractitionerId } from '../people/practitioner.ts'
import { sameAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { type Owing, owedOf } from './owed.ts'
import { type Siblings, siblingsTogether } from './siblings.ts'

/** Whoever asks what is theirs, and who else works here. */
export interface Mine {
  readonly me: { readonly id: PractitionerId; readonly posts: readonly Post[] }
  readonly practitioners: readonly Practitioner[]
  readonly agencies: readonly Entry[]
}

/** What one family asks of somebody on a day. */
export interface OfMine {
  /** What they owe, or what lies with them in place of who owes it. */
  readonly owed: readonly Siblings[]
  /** The keys of those that lie with them because nobody who owes them can be told. */
  readonly inPlace: ReadonlySet<string>
  /** What others owe on what their agency wrote, or what it watches. */
  readonly waiting: readonly Siblings[]
}

/** What nobody is told of is on nobody's list: steps that are only counted ahead, and all that stood open at a death. */
const isAsked = ({ duty }: Owing, { day }: FamilyOnDay): boolean =>
  !duty.projected && (duty.frozen === undefined || duty.frozen > day)

/** Whether somebody's agency wrote what set a duty off, or agreed it and watches it. */
const isWaitedFor = ({ because, watchers, rule }: Duty, posts: readonly Post[]): boolean =>
  posts.some(
    ({ agency, role }) =>
      rule.hears.includes(role) ||
      sameAgency(because[0].by, agency) ||
      watchers.some(watcher => sameAgency(watcher, agency)),
  )

/** What of a family is somebody's to do on a day, and what they wait for; all that is open or late and no more. */
export const mineIn = (look: FamilyOnDay, { me, practitioners, agencies }: Mine): OfMine => {
  const { stands, duties, day } = look
  const asked = owedOf(duties, day).filter(owing => isAsked(owing, look))
  const whose = whoseOn({ stands, duties, practitioners, agencies, day })
  const lying = new Map(asked.map(owing => [owing, whose(owing.duty)]))
  const isOwn = (owing: Owing) => lying.get(owing)?.practitioners.includes(me.id) === true
  const own = asked.filter(isOwn)
  const inPlace = own.filter(owing => lying.get(owing)?.themselves === false)
  return {
    owed: siblingsTogether(own),
    inPlace: new Set(inPlace.map(({ duty }) => duty.key)),
    waiting: siblingsTogether(asked.filter(owing => !isOwn(owing) && isWaitedFor(owing.duty, me.posts))),
  }
}
