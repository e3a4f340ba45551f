import type { PersonId } from '../../record/field.ts'
import { type PlanStanding, type PlanType, planFrom } from '../../record/plan-standing.ts'
import {
  childrenGiven,
  dateOf,
  type Found,
  filled,
  idOf,
  type Look,
  ownSystem,
  patientId,
  toPatient,
} from './resource.ts'

const titles: Readonly<Record<PlanType, string>> = {
  'early-help': 'Early help plan',
  'child-in-need': 'Child in need plan',
  'child-protection': 'Child protection plan',
  'looked-after': 'Care plan of a looked after child',
}

const ours = (type: PlanType) => ({ system: ownSystem('plan'), code: type })
// The category by which Child Protection - Information Sharing names a child protection plan.
const shared = { system: 'http://snomed.info/sct', code: '342191000000101' }

const statusOf = ({ ended }: PlanStanding, from: number | undefined, day: number) => {
  if (ended !== undefined && ended.day <= day) return 'completed' as const
  return from !== undefined && from <= day ? ('active' as const) : ('draft' as const)
}

/** A plan for one child. */
export const carePlanResource = (look: Look, plan: PlanStanding, child: PersonId) => {
  const from = planFrom(plan)
  const { type, ended } = plan
  return filled({
    resourceType: 'CarePlan' as const,
    id: idOf(look.family.id, 'CarePlan', `${plan.id}|${child}`),
    status: statusOf(plan, from, look.day),
    intent: 'plan' as const,
    category: [{ coding: type === 'child-protection' ? [ours(type), shared] : [ours(type)], text: titles[type] }],
    title: titles[type],
    subject: toPatient(look, child),
    period:
      from === undefined
        ? undefined
        : filled({ start: dateOf(from), end: ended === undefined ? undefined : dateOf(ended.day) }),
  })
}

const bothOf = (look: Look): readonly { readonly plan: PlanStanding; readonly child: PersonId }[] =>
  look.stands.plans.flatMap(plan =>
    plan.children.filter(child => childrenGiven(look).includes(child)).map(child => ({ plan, child })),
  )

/** Every plan of a child of the look. */
export const carePlansIn = (look: Look): readonly Found[] =>
  bothOf(look).map(({ plan, child }) => {
    const resource = carePlanResource(look, plan, child)
    const patients = [patientId(look, child)]
    return { id: resource.id, resource, record: look.family.id, patients, status: resource.status }
  })

const flagged: Partial<Readonly<Record<PlanType, string>>> = {
  'child-protection': 'Has a child protection plan',
  'looked-after': 'Is looked after by the local authority',
}

/** What a hospital must know at the door: that a child has a child protection plan, or is looked after. */
export const flagResource = (look: Look, plan: PlanStanding, child: PersonId) => {
  const from = planFrom(plan)
  const { type, ended } = plan
  return filled({
    resourceType: 'Flag' as const,
    id: idOf(look.family.id, 'Flag', `${plan.id}|${child}`),
    status: statusOf(plan, from, look.day) === 'active' ? ('active' as const) : ('inactive' as const),
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/flag-category', code: 'safety' }] }],
    code: { coding: [ours(type)], text: flagged[type] ?? titles[type] },
    subject: toPatient(look, child),
    period:
      from === undefined
        ? undefined
        : filled({ start: dateOf(from), end: ended === undefined ? undefined : dateOf(ended.day) }),
  })
}

/** Every flag of a child of the look: of the plans that hospitals ask for, begun or ended. */
export const flagsIn = (look: Look): readonly Found[] =>
  bothOf(look)
    .filter(({ plan }) => flagged[plan.type] !== undefined && (planFrom(plan) ?? look.day + 1) <= look.day)
    .map(({ plan, child }) => {
      const resource = flagResource(look, plan, child)
      const patients = [patientId(look, child)]
      return { id: resource.id, resource, record: look.family.id, patients, status: resource.status }
    })
