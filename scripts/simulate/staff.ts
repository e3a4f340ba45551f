import { addDays, type Day, isoDay } from '../../src/calendar/day.ts'
import { isWorkingDay } from '../../src/calendar/working-days.ts'
import type { Role } from '../../src/people/role.ts'
import { type Chance, chanceOf } from './chance.ts'
import { daysOn, workingDayFrom } from './days.ts'
import { namesWithout } from './names.ts'
import type { Line } from './story.ts'

/** Somebody in a post, from a day until she leaves. */
export interface Holder {
  readonly name: string
  readonly from: Day
  readonly until?: Day
}

/** A stretch in which somebody is away, and who stands in. */
export interface Away {
  readonly name: string
  readonly from: Day
  readonly until: Day
  readonly cover: string
  readonly reason: string
}

/** A post with everybody who holds it in turn. */
export interface Slot {
  readonly post: string
  readonly agency: string
  readonly role: Role
  readonly holders: readonly Holder[]
}

/** Everybody who works in the borough. */
export interface Staff {
  readonly slots: readonly Slot[]
  readonly away: readonly Away[]
}

/** How large the borough is and when it is looked at. */
export interface Size {
  readonly seed: number
  readonly families: number
  /** How much is done or written late: 1 as it is anywhere, 2 twice as much. */
  readonly slack: number
  readonly from: Day
  readonly until: Day
}

/** Who holds a post on a day. */
export const holderOn = ({ holders }: Slot, day: Day): string =>
  (holders.find(one => day >= one.from && (one.until === undefined || day <= one.until)) ?? holders.at(-1))?.name ?? ''

/** Whoever acts in a post on a day: its holder, or who stands in. */
export const actingOn = ({ away }: Staff, slot: Slot, day: Day): string => {
  const name = holderOn(slot, day)
  return away.find(one => one.name === name && one.from <= day && one.until >= day)?.cover ?? name
}

/** The posts of a role, in the order in which they were made. */
export const slotsOf = ({ slots }: Staff, role: Role, agency?: string): readonly Slot[] =>
  slots.filter(slot => slot.role === role && (agency === undefined || slot.agency === agency))

type Plan = readonly [agency: string, role: Role, posts: number]

const several = (n: number, make: (at: number) => readonly Plan[]): readonly Plan[] =>
  Array.from({ length: n }, (_, at) => make(at)).flat()

const teams = ['oak', 'elm', 'ash', 'fir', 'yew', 'bay', 'box', 'hop', 'sage', 'thyme', 'rush', 'sedge'] as const
const practices = [
  'mill-lane',
  'high-street',
  'weir-side',
  'the-crescent',
  'park-view',
  'canal-street',
  'hill-top',
] as const
const schools = ['st-anne', 'beck-side', 'long-meadow', 'riverside', 'holly-bank', 'kingfisher', 'brook'] as const
const nurseries = ['acorn', 'little-owls', 'daisy-chain'] as const
const hospitals = ['royal', 'infirmary'] as const

/** Families for whom one post is enough: usual caseloads, of the families of a borough of which about one in seven is open. */
const per = {
  team: 2100,
  healthVisitor: 1100,
  practice: 300,
  schoolNurse: 1200,
  school: 500,
  support: 1500,
  police: 500,
}
const perTeam = 7

const few = (families: number, each: number, most: number): number =>
  Math.min(most, Math.max(1, Math.ceil(families / each)))

const numbered = (names: readonly string[], n: number): readonly string[] =>
  Array.from({ length: n }, (_, at) => names[at] ?? `${names[at % names.length]}-${Math.floor(at / names.length) + 1}`)

const plans = (families: number): readonly Plan[] => {
  const many = Number.POSITIVE_INFINITY
  const workers = Math.max(2, Math.min(perTeam, Math.ceil(families / 300)))
  return [
    ...numbered(teams, few(families, per.team, many)).flatMap((team): readonly Plan[] => [
      [`social-care/${team}`, 'team-manager', 1],
      [`social-care/${team}`, 'social-worker', workers],
    ]),
    ...([
      ['social-care/duty', 'duty-social-worker', few(families, 1500, many)],
      ['social-care/duty', 'team-manager', 1],
      ['social-care', 'service-manager', few(families, 4000, 4)],
      ['social-care', 'head-of-service', 1],
      ['conference-unit', 'conference-administrator', few(families, 3000, many)],
      ['conference-unit', 'conference-chair', few(families, 1500, many)],
      ['conference-unit', 'conference-unit-manager', 1],
      ['health-visiting', 'health-visitor', few(families, per.healthVisitor, many)],
      ['school-nursing', 'school-nurse', few(families, per.schoolNurse, many)],
      ['family-support', 'family-support-worker', few(families, per.support, many)],
      ['early-help', 'early-help-worker', few(families, per.support, many)],
      ['midwifery', 'midwife', few(families, 1500, many)],
      ['midwifery', 'named-midwife', 1],
      ['community-nursing', 'community-nurse', few(families, 1500, many)],
      ['police', 'police-officer', few(families, per.police, many)],
      ['police', 'police-inspector', 1],
      ['police', 'domestic-abuse-lead', 1],
      ['probation', 'probation-practitioner', few(families, 1500, many)],
      ['probation', 'senior-probation-officer', 1],
      ['housing', 'housing-officer', 1],
      ['domestic-abuse', 'domestic-abuse-adviser', 1],
      ['partnership', 'designated-nurse', 1],
      ['partnership', 'designated-doctor', 1],
      ['partnership', 'named-gp', 1],
      ['partnership', 'partnership-executive', 1],
    ] satisfies Plan[]),
    ...numbered(practices, few(families, per.practice, many)).flatMap((practice): readonly Plan[] => [
      [`gp/${practice}`, 'practice-safeguarding-lead', 1],
      [`gp/${practice}`, 'gp', 2],
    ]),
    ...numbered(schools, few(families, per.school, many)).map(
      (school): Plan => [`school/${school}`, 'designated-safeguarding-lead', 1],
    ),
    ...nurseries.map((nursery): Plan => [`nursery/${nursery}`, 'designated-safeguarding-lead', 1]),
    ...several(hospitals.length, at => {
      const agency = `hospital/${hospitals[at]}`
      return [
        [agency, 'consultant', few(families, 1500, many)],
        [agency, 'medical-secretary', few(families, 2500, many)],
        ...(['clinic-manager', 'clinical-lead', 'named-nurse', 'named-doctor', 'lead-paediatrician'] as const).map(
          (role): Plan => [agency, role, 1],
        ),
        [agency, 'ward-manager', 1],
        [agency, 'lead-health-practitioner', 1],
        [agency, 'emergency-clinician', 1],
        [agency, 'clinic', 1],
      ]
    }),
    ...(
      ['health-visiting', 'school-nursing', 'community-nursing', 'early-help', 'family-support', 'police'] as const
    ).flatMap((agency): readonly Plan[] => [[agency, 'safeguarding-lead', 1]]),
    ...(
      ['health-visiting', 'school-nursing', 'community-nursing', 'early-help', 'family-support', 'housing'] as const
    ).map((agency): Plan => [agency, 'agency-manager', 1]),
  ]
}

/** The years in which somebody leaves a post: a social worker stays three on the average, others longer. */
const leavesInYear: Partial<Record<Role, number>> = {
  'social-worker': 0.3,
  'health-visitor': 0.12,
  'family-support-worker': 0.15,
}

const longAgo = 800

const holdersOf = (
  chance: Chance,
  name: (chance: Chance) => string,
  role: Role,
  { from, until }: Size,
): readonly Holder[] => {
  const first = name(chance)
  const begun = addDays(from, -longAgo)
  const years = (until - from) / 365
  if (!chance.happens((leavesInYear[role] ?? 0) * years)) return [{ name: first, from: begun }]
  const leaves = daysOn(from, chance.between(30, Math.max(31, until - from - 30)))
  return [
    { name: first, from: begun, until: leaves },
    { name: name(chance), from: daysOn(leaves, 1) },
  ]
}

const slotsFor = (size: Size, taken: Set<string>): readonly Slot[] => {
  const name = namesWithout(taken)
  return plans(size.families).flatMap(([agency, role, posts]) =>
    Array.from({ length: posts }, (_, at): Slot => {
      const post = `${agency.replaceAll('/', '-')}-${role}-${at + 1}`
      const chance = chanceOf(size.seed, post)
      const desk = `${agency.split('/')[1]} outpatients desk`
      const holders =
        role === 'clinic' ? [{ name: desk, from: addDays(size.from, -longAgo) }] : holdersOf(chance, name, role, size)
      return { post, agency, role, holders }
    }),
  )
}

/** Those whose absence is written down, with a colleague who stands in. */
const takesLeave: ReadonlySet<Role> = new Set([
  'social-worker',
  'team-manager',
  'health-visitor',
  'school-nurse',
  'family-support-worker',
  'conference-administrator',
  'early-help-worker',
  'practice-safeguarding-lead',
])

/** Days of the year on which longer leave begins, beside illness. */
const holidays = [51, 96, 205, 219, 300, 355] as const

const awayIn = (size: Size, slot: Slot, others: readonly Slot[]): readonly Away[] => {
  const chance = chanceOf(size.seed, `${slot.post}/away`)
  const years = Math.ceil((size.until - size.from) / 365)
  const weeks = Array.from({ length: years }, (_, year) =>
    [chance.of(holidays), chance.of(holidays)].map(day => year * 365 + day),
  ).flat()
  const ill = chance.happens(0.35 * years) ? [chance.between(0, Math.max(1, size.until - size.from))] : []
  const stretch = (start: number, days: number, reason: string): Away | undefined => {
    const from = workingDayFrom(addDays(size.from, start))
    const [name, colleague] = [holderOn(slot, from), others.find(one => one !== slot)]
    const until = addDays(from, days)
    if (colleague === undefined || until > size.until || name !== holderOn(slot, until)) return undefined
    return { name, from, until, cover: holderOn(colleague, from), reason }
  }
  return [...new Set(weeks)]
    .map(start => stretch(start, chance.of([4, 9, 11] as const), 'Leave'))
    .concat(ill.map(start => stretch(start, chance.between(8, 30), 'Unwell')))
    .filter(one => one !== undefined)
}

const apart = (all: readonly Away[]): readonly Away[] =>
  all
    .toSorted((one, other) => one.from - other.from)
    .filter(
      (one, at, sorted) => !sorted.slice(0, at).some(before => before.name === one.name && before.until >= one.from),
    )

/** Makes everybody who works in a borough of this size. */
export const staffFor = (size: Size, taken: Set<string>): Staff => {
  const slots = slotsFor(size, taken)
  const away = slots
    .filter(slot => takesLeave.has(slot.role))
    .flatMap(slot => {
      const same = slots.filter(one => one.role === slot.role && one.agency === slot.agency)
      const after = same.slice(same.indexOf(slot) + 1)
      const others = same.length > 1 ? [...after, ...same] : slots.filter(one => one.role === slot.role)
      return awayIn(size, slot, others)
    })
  return { slots, away: apart(away) }
}

const record = 'agencies'

const postLines = ({ post, agency, role, holders }: Slot): readonly Line[] =>
  holders.flatMap(({ name, from, until }): readonly Line[] => {
    const common = { by: agency, record, role, practitioner: name }
    const starts: Line = { kind: 'post', on: isoDay(from), ...common, post }
    return until === undefined ? [starts] : [starts, { kind: 'worker-leaves', on: isoDay(until), ...common }]
  })

const awayLines = (staff: Staff, { name, from, until, cover, reason }: Away): readonly Line[] => {
  const slot = staff.slots.find(one => one.holders.some(holder => holder.name === name))
  if (slot === undefined) return []
  const common = { on: isoDay(from), by: slot.agency, record, role: slot.role }
  return [
    { kind: 'worker-away', ...common, until: isoDay(until), practitioner: name, reason },
    { kind: 'cover', ...common, practitioner: cover },
  ]
}

/** Every service works by all the rules, from the day on which its first post was held. */
const adoptionLines = ({ slots }: Staff): readonly Line[] => {
  const services = [...new Set(slots.map(({ agency }) => agency.split('/')[0]))]
  const on = Math.min(...slots.flatMap(({ holders }) => holders.map(({ from }) => from))) as Day
  return services.map(by => ({ kind: 'rule-adopted', on: isoDay(on), by, record, rule: ['all'] }))
}

/** What the agencies keep of their own: posts, leavers, absence and cover. */
export const staffLines = (staff: Staff): readonly Line[] =>
  [
    ...adoptionLines(staff),
    ...staff.slots.flatMap(postLines),
    ...staff.away.flatMap(one => awayLines(staff, one)),
  ].toSorted((one, other) => (String(one.on) < String(other.on) ? -1 : String(one.on) > String(other.on) ? 1 : 0))

/** Whether somebody is at work on a day: neither a weekend, nor a bank holiday, nor away. */
export const isAtWork = ({ away }: Staff, name: string, day: Day): boolean =>
  isWorkingDay(day) && !away.some(one => one.name === name && one.from <= day && one.until >= day)
