import { type State, stateOn } from '../../duties/derive.ts'
import { clockInWords, type Duty } from '../../duties/rule.ts'
import { serviceOfAgency } from '../../people/service.ts'
import { rangeOf } from './patient.ts'
import {
  childrenGiven,
  dateOf,
  type Found,
  filled,
  idOf,
  instantOf,
  type Look,
  ownerInWords,
  ownSystem,
  patientId,
  toPatient,
} from './resource.ts'

const statuses: Readonly<Record<State, 'draft' | 'requested' | 'completed' | 'cancelled'>> = {
  'not-yet': 'draft',
  open: 'requested',
  late: 'requested',
  suggested: 'draft',
  done: 'completed',
  'done-late': 'completed',
  'set-aside': 'cancelled',
  'no-longer': 'cancelled',
  overtaken: 'cancelled',
}

const inWords: Readonly<Record<State, string>> = {
  'not-yet': 'not to be done yet',
  open: 'to do',
  late: 'late',
  suggested: 'suggested',
  done: 'done',
  'done-late': 'done late',
  'set-aside': 'set aside',
  'no-longer': 'no longer owed',
  overtaken: 'asked again by a later decision',
}

/** What was still owed when a child died stands still; it is nobody's list of things to do. */
const statusOf = (duty: Duty, state: State, day: number) =>
  duty.frozen !== undefined && duty.frozen <= day && statuses[state] !== 'completed'
    ? ('on-hold' as const)
    : statuses[state]

const ownerOf = ({ owner, agency }: Duty) => ({
  ...(agency === undefined ? {} : { identifier: { system: ownSystem('agency'), value: agency } }),
  display: ownerInWords(owner, agency),
})

const dueOf = ({ due }: Duty): string => (due.at === undefined ? dateOf(due.day) : instantOf(due.at))

const periodOf = ({ since, ended }: Duty) =>
  filled({ start: dateOf(since), end: ended === undefined ? undefined : dateOf(ended.day) })

/** The id of a duty as a task. */
export const taskId = ({ family }: Look, { key }: Duty): string => idOf(family.id, 'Task', key)

/** A duty: what must be done, by whom, by when, and where its clock comes from. */
export const taskResource = (look: Look, duty: Duty) => {
  const { rule, of, child, owner } = duty
  const state = stateOn(duty, look.day)
  return filled({
    resourceType: 'Task' as const,
    id: taskId(look, duty),
    status: statusOf(duty, state, look.day),
    businessStatus: { text: inWords[state] },
    intent: 'order' as const,
    code: { coding: [{ system: ownSystem('rule'), code: rule.name }], text: rule.says },
    description: of === undefined ? rule.says : `${rule.says}: ${of}`,
    for: childrenGiven(look).includes(child) ? toPatient(look, child) : undefined,
    executionPeriod: periodOf(duty),
    performerType: [{ coding: [{ system: ownSystem('role'), code: owner }] }],
    owner: ownerOf(duty),
    note: [{ text: `${clockInWords(duty)} (${rule.label})` }],
    restriction: { period: { end: dueOf(duty) } },
  })
}

const ownersOf = ({ owner, agency }: Duty): readonly string[] =>
  agency === undefined ? [owner] : [owner, agency, serviceOfAgency(agency)]

/** Every duty of a look but those that are only counted ahead. */
export const tasksIn = (look: Look): readonly Found[] =>
  look.duties
    .filter(duty => !duty.projected)
    .map(duty => {
      const resource = taskResource(look, duty)
      const patients = childrenGiven(look).includes(duty.child) ? [patientId(look, duty.child)] : []
      const found = { id: resource.id, resource, record: look.family.id, patients, status: resource.status }
      return { ...found, when: rangeOf(duty.due.day), owners: ownersOf(duty) }
    })
