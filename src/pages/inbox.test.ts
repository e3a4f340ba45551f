import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { noSettings } from '../duties/settings.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import type { Notice } from '../store/notices.ts'
import { type FamilyOnDay, familyOnDay } from './family-on-day.ts'
import { inboxPage } from './inbox.ts'
import { inventedFamily, type Line, oneYear } from './invented.ts'
import type { NoticeRead } from './notice-words.ts'

const today = getDay('2019-06-12')
const lookAt = (lines: readonly Line[], id = '01'): FamilyOnDay =>
  familyOnDay({ ...inventedFamily(lines, id), today }, noSettings)

const look = lookAt(oneYear)
const keyOf = (rule: string): string => look.duties.find(duty => duty.rule.name === rule)?.key ?? rule

const notice = (more: Partial<Notice>): Notice => ({
  ...{ notice: 7, record: '01', template: 'duties', made: momentAt(getDay('2019-05-14'), '09:00'), own: true },
  ...{ desk: { agency: null, role: null }, opening: undefined, of: [], acknowledged: [] },
  ...more,
})

const read = (
  more: Partial<Notice>,
  of: FamilyOnDay | undefined = look,
  opener?: NoticeRead['opener'],
): NoticeRead => ({
  notice: notice(more),
  look: of,
  opener,
})

const page = async (waiting: readonly NoticeRead[], had: readonly NoticeRead[] = [], leadsGovernance = false) =>
  String(await inboxPage({ around: {}, csrf: 'token', today, leadsGovernance, waiting, had }))
const text = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')

describe('a notice about duties', () => {
  const held = { key: keyOf('conference-held'), state: 'owed' }

  it('says in a sentence made now what it tells of and how that stands, with the day and the family', async () => {
    const html = await page([read({ of: [held, { ...held, state: 'late' }] })])
    assert.match(text(html), /Wyn Quill 14 May 8 days late Hold the initial child protection conference/u)
    assert.equal(html.match(/Hold the initial child protection conference/gu)?.length, 1)
    assert.match(html, /href="\/families\/01\/duties\/\w{12}"/u)
  })

  it('says whether it came to me or to which desk', async () => {
    assert.match(text(await page([read({ of: [held] })])), /To you/u)
    const desk = { agency: 'conference-unit', role: 'conference-administrator' }
    assert.match(
      text(await page([read({ of: [held], own: false, desk })])),
      /To the desk of the conference unit \(conference administrator\)/u,
    )
  })

  it('says that what climbed to me was not done in time', async () => {
    assert.match(
      text(await page([read({ of: [{ ...held, state: 'late-2' }] })])),
      /It was not done in time, and came up to you/u,
    )
    assert.doesNotMatch(text(await page([read({ of: [{ ...held, state: 'late' }] })])), /came up to you/u)
  })

  it('leaves out what the reader’s own record does not raise, and says “No longer owed” when nothing is left', async () => {
    const other = { key: 'clares-law-told|wyn|secret|', state: 'late' }
    const both = text(await page([read({ of: [held, other] })]))
    assert.match(both, /Hold the initial child protection conference/u)
    assert.doesNotMatch(both, /secret|No longer owed/u)
    assert.match(text(await page([read({ of: [other] })])), /No longer owed\./u)
  })

  it('keeps as taken back what a correction took away since', async () => {
    const corrected = {
      kind: 'attended',
      corrects: 'miss-1',
      on: '2018-10-22',
      written: '2018-11-20',
      by: 'hospital/royal',
      appointment: 'eyes-1',
    }
    const made = momentAt(getDay('2018-10-30'), '09:00')
    const told = { key: keyOf('condition-acted-on'), state: 'owed' }
    assert.match(text(await page([read({ made, of: [told] }, lookAt([...oneYear, corrected]))])), /taken back/u)
    const apart = { kind: 'set-apart', on: '2018-11-20', by: 'social-care', entry: 'miss-1', reason: 'Another child' }
    assert.match(text(await page([read({ made, of: [told] }, lookAt([...oneYear, apart]))])), /No longer owed/u)
  })

  it('is acknowledged by one press', async () => {
    const html = await page([read({ of: [held] })])
    assert.match(
      html,
      /<form method="post" action="\/inbox\/7"><input type="hidden" name="csrf" value="token"><button [^>]*>I have it/u,
    )
  })
})

describe('the inbox', () => {
  it('groups what is of one family, newest first', async () => {
    const other = lookAt([{ kind: 'person', person: 'kit', name: 'Kit Brook', as: 'child', subject: 'yes' }], '02')
    const told = [{ key: keyOf('conference-held'), state: 'owed' }]
    const html = await page([read({ of: told }), read({ record: '02' }, other), read({ of: told })])
    assert.match(html, /Three notices wait\./u)
    const families = [...html.matchAll(/<h2 class="holdfast-of-family"><a [^>]*>([^<]*)</gu)].map(([, name]) => name)
    assert.deepEqual(families, ['Wyn Quill', 'Kit Brook'])
    assert.equal(html.match(/I have it</gu)?.length, 3)
  })

  it('keeps below who has what, and since when', async () => {
    const acknowledged = [
      { practitioner: 'p1' as PractitionerId, name: 'Ivy Marsh', at: momentAt(getDay('2019-05-15'), '10:02') },
    ]
    const html = await page([], [read({ of: [{ key: keyOf('conference-held'), state: 'owed' }], acknowledged })])
    assert.match(html, /<details[\s\S]*Acknowledged: 1[\s\S]*Ivy Marsh has it, 15 May 2019 at 10:02[\s\S]*<\/details>/u)
    assert.doesNotMatch(html, /I have it/u)
  })

  it('says what would be here when nothing waits', async () => {
    assert.match(text(await page([])), /Nothing waits for you\. When you come to owe something/u)
  })
})

describe('a notice that is not about duties', () => {
  const opener = { name: 'Sam Lund', at: momentAt(getDay('2019-05-14'), '08:00') }
  const glass = { template: 'glass', opening: 3 } as const
  /** What somebody reads who may not open the family. */
  const elsewhere = (more: Partial<Notice>, leads: boolean) =>
    page([{ notice: notice(more), look: undefined, opener }], [], leads)

  it('of an opening without belonging leads its lead to the log, the family’s lead to the family’s, and others to ask', async () => {
    const lead = await elsewhere(glass, true)
    assert.match(lead, /Sam Lund opened the record of a family[\s\S]*href="\/governance\/openings"/u)
    const leading = { ...look, family: { ...look.family, leads: true } }
    const ofFamily = await page([read(glass, leading, opener)])
    assert.doesNotMatch(await page([read(glass, look, opener)]), /\/opened"/u)
    assert.match(ofFamily, /Sam Lund opened this record[\s\S]*href="\/families\/01\/opened"/u)
    const other = text(await elsewhere(glass, false))
    assert.match(other, /Not about a family of yours[\s\S]*Ask them for the reason/u)
    assert.doesNotMatch(other, /Wyn|Quill/u)
  })

  it('of the emergency view, of an entry set apart, and of the desk says each its own and leads on', async () => {
    const lead = (template: Notice['template']) => elsewhere({ template }, true)
    assert.match(await lead('emergency'), /emergency view of a child[\s\S]*href="\/governance\/openings"/u)
    assert.match(await lead('set-apart'), /was set apart[\s\S]*href="\/governance\/apart"/u)
    assert.match(await lead('desk'), /a child who may be known here[\s\S]*href="\/desk"/u)
    const own = await page([read({ template: 'set-apart' })])
    assert.match(own, /Do not act on it\.[\s\S]*href="\/families\/01\/chronology"/u)
  })
})
