import type { Duty } from '../../duties/rule.ts'
import { findRole } from '../../people/role.ts'
import { findAgency } from '../../people/service.ts'
import type { Notice } from '../../store/notices.ts'
import {
  childrenGiven,
  type Found,
  filled,
  idOf,
  instantOf,
  type Look,
  ownerInWords,
  ownSystem,
  patientId,
} from './resource.ts'
import { taskId } from './task.ts'

const recipientOf = ({ desk }: Notice): string | undefined => {
  const role = findRole(desk.role ?? '')
  return role && ownerInWords(role, findAgency(desk.agency ?? ''))
}

/** A notice as it tells of one family: of which things to do, to whom, when, and since when somebody has it. */
export const communicationResource = (look: Look, notice: Notice, duties: readonly Duty[]) => {
  const [had] = notice.acknowledged
  const recipient = recipientOf(notice)
  return filled({
    resourceType: 'Communication' as const,
    id: idOf(look.family.id, 'Communication', String(notice.notice)),
    status: 'completed' as const,
    category: [{ coding: [{ system: ownSystem('notice'), code: notice.template }] }],
    about: duties.map(duty => ({ reference: `Task/${taskId(look, duty)}`, type: 'Task' as const })),
    sent: instantOf(notice.made),
    received: had === undefined ? undefined : instantOf(had.at),
    recipient: recipient === undefined ? undefined : [{ display: recipient }],
  })
}

const patientsOf = (look: Look, duties: readonly Duty[]): readonly string[] => {
  const children = childrenGiven(look).filter(child => duties.some(duty => duty.child === child))
  return children.map(child => patientId(look, child))
}

/** The notices of a reader as they tell of the family of a look; what tells of nothing that the reader sees is not there. */
export const communicationsIn = (look: Look, notices: readonly Notice[]): readonly Found[] => {
  const byKey = new Map(look.duties.map(duty => [duty.key, duty]))
  return notices.flatMap(notice => {
    const keys = new Set(notice.of.flatMap(one => (one.record === look.family.id ? [one.key] : [])))
    const duties = [...keys].flatMap(key => byKey.get(key) ?? [])
    if (duties.length === 0) return []
    const resource = communicationResource(look, notice, duties)
    const patients = patientsOf(look, duties)
    const when = { from: notice.made, until: notice.made }
    return [{ id: resource.id, resource, record: look.family.id, patients, status: 'completed', when }]
  })
}
