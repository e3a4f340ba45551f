import { roleInWords } from '../../people/role.ts'
import { agencyInWords } from '../../people/service.ts'
import type { PersonId } from '../../record/field.ts'
import { type Involvement, workingOn } from '../../record/network-standing.ts'
import { childrenGiven, dateOf, type Found, idOf, type Look, ownSystem, patientId, toPatient } from './resource.ts'

const participant = ({ role, agency, practitioner, starts }: Involvement) => ({
  role: [{ coding: [{ system: ownSystem('role'), code: role }], text: roleInWords(role) }],
  member: { display: practitioner ?? roleInWords(role) },
  onBehalfOf: { identifier: { system: ownSystem('agency'), value: agency }, display: agencyInWords(agency) },
  period: { start: dateOf(starts.day) },
})

/** Everybody who works with a child on the day. */
export const careTeamResource = (look: Look, child: PersonId) => ({
  resourceType: 'CareTeam' as const,
  id: idOf(look.family.id, 'CareTeam', child),
  status: 'active' as const,
  name: 'Who works with this child',
  subject: toPatient(look, child),
  participant: workingOn(look.stands.network, child, look.day).map(participant),
})

/** The network of each child, where anybody works with them. */
export const careTeamsIn = (look: Look): readonly Found[] =>
  childrenGiven(look).flatMap(child => {
    const resource = careTeamResource(look, child)
    if (resource.participant.length === 0) return []
    const patients = [patientId(look, child)]
    return [{ id: resource.id, resource, record: look.family.id, patients, status: 'active' }]
  })
