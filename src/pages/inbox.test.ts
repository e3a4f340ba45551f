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
import type { NoticeRead } from './things-told.ts'

const today = getDay('2019-06-12')
const lookAt = (lines: readonly Line[], id = '01'): FamilyOnDay =>
  familyOnDay({ ...inventedFamily(lines, id), today }, noSettings)

const look = lookAt(oneYear)
const keyOf = (rule: string): string => look.duties.find(duty => duty.rule.name === rule)?.key ?? rule

const notice = (more: Partial<Notice>): Notice => ({
  ...{ notice: 7, record: '01', template: 'duties', made: momentAt(getDay('2019-05-14'), '09:00'), own: true },
  ...{ desk: { agency: null, role: null }, opening: undefined, lateWith: undefined, of: [], acknowledged: [] },
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

const asked = (waiting: readonly NoticeRead[]) => ({
  ...{ around: {}, csrf: 'token', today, leadsGovernance: false, waiting, had: [] },
})
const page = async (waiting: readonly NoticeRead[], had: readonly NoticeRead[] = [], leadsGovernance = false) =>
  String(await inboxPage({ ...asked(waiting), leadsGovernance, had }))
const text = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')

describe('a notice about duties', () => {
  const held = { record: '01', key: keyOf('conference-held'), state: 'owed' }

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
    const other = { record: '01', key: 'clares-law-told|wyn|secret|', state: 'late' }
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
    const told = { record: '01', key: keyOf('condition-acted-on'), state: 'owed' }
    assert.match(text(await page([read({ made, of: [told] }, lookAt([...oneYear, corrected]))])), /taken back/u)
    const apart = { kind: 'set-apart', on: '2018-11-20', by: 'social-care', entry: 'miss-1', reason: 'Another child' }
    assert.match(text(await page([read({ made, of: [told] }, lookAt([...oneYear, apart]))])), /No longer owed/u)
  })

  it('is acknowledged by one press', async () => {
    const html = await page([read({ of: [held] })])
    assert.match(
      html,
      /<form method="post" action="\/inbox\/7"><input type="hidden" name="csrf" value="token"><input type="hidden" name="things" value="1"><button [^>]*>I have it/u,
    )
  })
})

describe('the inbox', () => {
  it('groups what is of one family, the worst first', async () => {
    const other = lookAt([{ kind: 'person', person: 'kit', name: 'Kit Brook', as: 'child', subject: 'yes' }], '02')
    const told = [{ record: '01', key: keyOf('conference-held'), state: 'owed' }]
    const html = await page([read({ of: told }), read({ record: '02' }, other), read({ of: told })])
    assert.match(html, /Three notices wait\./u)
    const families = [...html.matchAll(/<h2 class="holdfast-of-family"><a [^>]*>([^<]*)</gu)].map(([, name]) => name)
    assert.deepEqual(families, ['Wyn Quill', 'Kit Brook'])
    assert.equal(html.match(/I have it</gu)?.length, 3)
  })

  it('puts what was told worst before what came last, and what is not of a duty before both', async () => {
    const [worse, lesser] = [keyOf('conference-held'), keyOf('condition-reviewed')]
    const told = (key: string) => [{ record: '01', key, state: 'late' }]
    const glass = { notice: notice({ template: 'glass', opening: 3 }), look: undefined }
    const order = async (...waiting: readonly NoticeRead[]) =>
      [...(await page(waiting)).matchAll(/action="\/inbox\/(\d+)"/gu)].map(([, number]) => number)
    const [one, two] = [read({ notice: 1, of: told(lesser) }), read({ notice: 2, of: told(worse) })]
    assert.deepEqual(await order(one, two, glass), ['7', '2', '1'])
    assert.deepEqual(await order(glass, two, one), ['7', '2', '1'])
  })

  it('shows a list over several families with each of them, and nothing of one that is not the reader’s', async () => {
    const other = lookAt(oneYear, '02')
    const key = keyOf('conference-held')
    const of = ['01', '02', '03'].map(record => ({ record, key, state: 'late-2' }))
    const lateWith = { name: 'Una Frost', agency: undefined, role: undefined }
    const list = notice({ record: undefined, template: 'late-list', lateWith, of })
    const looks = new Map([
      ['01', look],
      ['02', other],
    ])
    const html = await page([{ notice: list, look: undefined, lookAt: record => looks.get(record) }])
    assert.match(text(html), /Late with Una Frost/u)
    assert.match(html, /href="\/families\/01\/duties\//u)
    assert.match(html, /href="\/families\/02\/duties\//u)
    assert.doesNotMatch(html, /families\/03/u)
    assert.equal(html.match(/I have it</gu)?.length, 1)
  })

  it('folds away what comes after the worst five, but never what is statutory or due the same day', async () => {
    const keys = look.duties.map(({ key }) => key)
    const html = await page([read({ of: keys.map(key => ({ record: '01', key, state: 'late' })) })])
    const [before = '', after = ''] = html.split(/<details(?![^>]*holdfast-had)/u)
    assert.match(after, /\d+ more/u)
    assert.match(before, /Hold the initial child protection conference/u)
    assert.doesNotMatch(after, /Hold the initial child protection conference/u)
  })

  it('says that a notice has grown since the reader looked', async () => {
    const html = await inboxPage({ ...asked([]), hasGrown: true })
    assert.match(text(String(html)), /More has come to it since you looked/u)
  })

  it('keeps below who has what, and since when', async () => {
    const acknowledged = [
      { practitioner: 'p1' as PractitionerId, name: 'Ivy Marsh', at: momentAt(getDay('2019-05-15'), '10:02') },
    ]
    const html = await page(
      [],
      [read({ of: [{ record: '01', key: keyOf('conference-held'), state: 'owed' }], acknowledged })],
    )
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
