import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../../calendar/day.ts'
import { type ExtractRead, readExtract } from './read-extract.ts'
import { tableOfFile } from './tables.ts'

const today = getDay('2026-11-26')
const file = (name: string, ...lines: readonly string[]) => ({
  name: `${name}.csv`,
  bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`),
})
const read = (...files: readonly ReturnType<typeof file>[]): ExtractRead =>
  readExtract(files, { authority: 'LA', today })
const parts = ({ rows }: ExtractRead) =>
  rows.flatMap(row => row.parts.map(({ kind, on, fields }) => ({ kind, on, ...fields })))

describe('the council’s extract', () => {
  it('is told by the names of its files', () => {
    for (const [name, table] of [
      ['ssd_person.csv', 'ssd_person'],
      ['2026-11-25_ssd_cp_plans.csv', 'ssd_cp_plans'],
      ['ssd_cp_plans_20261125.CSV', 'ssd_cp_plans'],
      ['CIN_VISITS.csv', 'ssd_cin_visits'],
      ['ssd_person.xlsx', undefined],
      ['ssd_personal_notes.csv', undefined],
      ['ssd_cla_visits.csv', undefined],
    ] as const)
      assert.equal(tableOfFile(name), table, name)
  })

  it('says who each child is, with the numbers by which they are matched', () => {
    const { people } = read(
      file(
        'ssd_person',
        'pers_legacy_id,pers_person_id,pers_upn,pers_forename,pers_surname,pers_dob,pers_common_child_id',
        'L1,P1,B801200005001,Alfie,Dunmore,2020-10-03 00:00:00.000,999 010 2686',
        'L2,P2,NULL,NULL,NULL,NULL,NULL',
      ),
    )
    const alfie = people.get('P1')
    assert.deepEqual([alfie?.nhs, alfie?.name, alfie?.born], ['9990102686', 'Alfie Dunmore', getDay('2020-10-03')])
    assert.deepEqual(
      alfie?.numbers.map(({ authority }) => authority),
      ['LA', 'UPN'],
    )
    assert.equal(people.get('P2')?.nhs, undefined)
  })

  it('says a referral with where it came from, and a decision within the days between which it was taken', () => {
    const referral =
      'cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_desc,cine_referral_nfa,cine_close_date'
    const assessment =
      'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date,cina_assessment_outcome_json'
    const found = read(
      file(
        'ssd_cin_episodes',
        referral,
        '7,P1,02/11/2026,Health visitor,N,',
        '8,P1,2026-11-09,Police,Y,2026-11-10',
        '9,P1,2026-11-11,School,,',
      ),
      file(
        'ssd_cin_assessments',
        assessment,
        '70,P1,7,2026-11-03,2026-11-20,"{""CP_CONFERENCE_FLAG"":""N"",""PROV_OF_SERVICES_FLAG"":""Y""}"',
      ),
    )
    assert.deepEqual(parts(found), [
      { kind: 'referral-received', on: '2026-11-02', text: 'From: Health visitor.' },
      { kind: 'referral-decided', on: '2026-11-02 to 2026-11-03', decision: 'an assessment' },
      { kind: 'referral-received', on: '2026-11-09', text: 'From: Police.' },
      { kind: 'referral-decided', on: '2026-11-09 to 2026-11-10', decision: 'no further action' },
      { kind: 'referral-received', on: '2026-11-11', text: 'From: School.' },
      { kind: 'assessment-opened', on: '2026-11-03', type: 'child-and-family', referred: '2026-11-02' },
      { kind: 'assessment-finished', on: '2026-11-20', outcome: 'services' },
    ])
    // No decision stands in the third, and none is made up.
    assert.deepEqual(found.rows.find(({ source }) => source.endsWith('/9'))?.unsaid, [
      'what was decided on the referral, and when',
    ])
  })

  it('says of an enquiry that it ended in a conference, or that none was wanted, and never what it does not say', () => {
    const heading =
      's47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,s47e_s47_outcome_json'
    const found = read(
      file(
        'ssd_s47_enquiry',
        heading,
        '1,P1,2026-10-01,2026-10-08,N,"{""OUTCOME_CP_CONFERENCE_FLAG"":""Y""}"',
        '2,P1,2026-10-01,2026-10-08,Y,',
        '3,P1,2026-10-01,2026-10-08,,',
        '4,P1,2026-10-01,NULL,,',
      ),
    )
    assert.deepEqual(
      found.rows.map(row => row.parts.at(-1)).map(part => [part?.kind, part?.fields]),
      [
        ['section47-concluded', { outcome: 'conference' }],
        [
          'conference-not-needed',
          { reason: 'The enquiry ended; what followed, by the council’s system: no further action.' },
        ],
        ['section47-started', {}],
        ['section47-started', {}],
      ],
    )
    assert.deepEqual(
      found.rows.map(({ unsaid }) => unsaid),
      [[], ['whether the concern was substantiated'], ['what the enquiry found'], []],
    )
  })

  it('says a conference as held, or as booked where it lies ahead', () => {
    const found = read(
      file(
        'ssd_initial_cp_conference',
        'icpc_icpc_id,icpc_person_id,icpc_icpc_date,icpc_icpc_outcome_cp_flag',
        '1,P1,2026-10-20,Y',
        '2,P1,2026-12-04,',
      ),
    )
    assert.deepEqual(parts(found), [
      { kind: 'conference-held', on: '2026-10-20', type: 'initial', outcome: 'plan' },
      { kind: 'conference-booked', on: '2026-11-26', when: '2026-12-04' },
    ])
  })

  it('says plans, visits and workers', () => {
    const found = read(
      file(
        'ssd_cp_plans',
        'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category',
        '1,P1,2026-10-20,,NEG,Multiple: neglect and emotional',
      ),
      file(
        'ssd_cp_visits',
        'cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone,cppv_cp_visit_bedroom',
        '1,P1,2026-10-27 15:30:00,Y,N,Y',
        '2,P1,2026-11-03,N,,',
        '3,P1,2026-12-24,Y,,',
      ),
      file(
        'ssd_professionals',
        'prof_professional_id,prof_professional_name,prof_professional_job_title',
        'W1,"Wrona, Tomasz",Senior Social Worker',
      ),
      file(
        'ssd_involvements',
        'invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_role_id,invo_involvement_start_date,invo_involvement_end_date',
        '1,P1,W1,Allocated Case Worker,2026-10-01,2026-11-13',
        '2,P1,W9,,2026-10-01,',
      ),
    )
    assert.deepEqual(parts(found), [
      { kind: 'plan-started', on: '2026-10-20', type: 'child-protection', category: 'multiple' },
      {
        kind: 'contact',
        on: '2026-10-27 15:30',
        way: 'visit',
        purpose: 'visit',
        seen: 'own-child',
        alone: 'no',
        where: 'home',
      },
      { kind: 'contact', on: '2026-11-03', way: 'visit', purpose: 'visit' },
      { kind: 'worker-starts', on: '2026-10-01', practitioner: 'Tomasz Wrona', role: 'social-worker' },
      { kind: 'worker-leaves', on: '2026-11-13', practitioner: 'Tomasz Wrona', role: 'social-worker' },
    ])
  })

  it('names what is wrong by file, line and column, and takes the rest', () => {
    const found = read(
      file(
        'ssd_cp_plans',
        'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date',
        '1,P1,2026-10-40',
        '2,P1,2026-10-20',
        ',P1,2026-10-20',
        '2,P1,2026-10-21',
      ),
      file('ssd_cin_plans', 'cinp_cin_plan_id,cinp_person_id', '1,P1'),
    )
    assert.deepEqual(
      found.faults.map(({ file: name, line, field, what }) => [name, line, field, what.slice(0, 30)]),
      [
        ['ssd_cp_plans.csv', 4, 'cppl_cp_plan_id', 'is empty: each row needs its i'],
        ['ssd_cp_plans.csv', 5, 'cppl_cp_plan_id', 'is the id of a row above'],
        ['ssd_cin_plans.csv', 1, undefined, 'has no column cinp_cin_plan_st'],
        ['ssd_cp_plans.csv', 2, 'cppl_cp_plan_start_date', '"2026-10-40" is not a day: wri'],
      ],
    )
    assert.equal(found.rows.length, 1)
    // A table that could not be read was not looked at: nothing of it is gone.
    assert.deepEqual([...found.looked], ['ssd_cp_plans'])
    assert.deepEqual([...found.unread], ['ssd_cp_plans/1'])
  })
})
