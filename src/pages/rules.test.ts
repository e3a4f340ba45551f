import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { rules } from '../duties/rules.ts'
import { settingsFrom } from '../duties/settings.ts'
import { findRule } from '../intake/forms/settle-rules.ts'
import { readEntry } from '../record/read-entry.ts'
import { adoptPage, rulesTicked } from './adopt-rules.ts'
import { editionsPage } from './editions.ts'
import { familyPage } from './family.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, oneYear } from './invented.ts'
import { limitsPage } from './limits.ts'
import { rulePage } from './rule.ts'
import { type RulesLook, readRulesAsked, rulesPage } from './rules.ts'

type Line = Readonly<Record<string, unknown>>

const settings = (...lines: readonly Line[]) =>
  settingsFrom(
    lines.map(line => {
      const read = readEntry({ record: 'agencies', ...line })
      if ('problems' in read) throw new Error(JSON.stringify(read.problems))
      return read.entry
    }),
  )
const look = (...lines: readonly Line[]): RulesLook => ({
  around: {},
  settings: settings(...lines),
  day: getDay('2026-06-01'),
})
const asked = (query: Readonly<Record<string, string>> = {}) => readRulesAsked(name => query[name])
const list = async (query: Readonly<Record<string, string>> = {}, ...lines: readonly Line[]) =>
  String(await rulesPage(look(...lines), asked(query)))
const one = async (name: string, ...lines: readonly Line[]) => {
  const rule = findRule(name)
  if (rule === undefined) throw new Error(name)
  return String(await rulePage({ rule }, look(...lines)))
}

const begins = { kind: 'adoption-begins', by: 'partnership' }
const adopts = {
  kind: 'rule-adopted',
  on: '2026-01-05',
  by: 'hospital/royal',
  rule: 'all',
  role: 'named nurse',
  author: 'Tove Lund',
}
const limit = {
  kind: 'limit-set',
  on: '2026-02-02',
  by: 'partnership',
  author: 'Annika Forsgate',
  rule: 'result-told',
  limit: '10 working days',
  reason: 'Agreed by all',
}

describe('the page of all rules', () => {
  it('has every rule, each with the way to it', async () => {
    const page = await list()
    for (const { name } of rules) assert.ok(page.includes(`href="/rules/${name}"`), name)
  })

  it('shows what was asked for: by words, by role, by whose clock it is', async () => {
    const conferences = await list({ words: 'initial conference' })
    assert.match(conferences, /href="\/rules\/conference-held"/u)
    assert.doesNotMatch(conferences, /href="\/rules\/result-told"/u)
    const chair = await list({ role: 'conference-chair' })
    assert.doesNotMatch(chair, /href="\/rules\/result-told"/u)
    const statutory = await list({ label: 'statutory' })
    assert.match(statutory, /href="\/rules\/conference-held"/u)
    assert.doesNotMatch(statutory, /href="\/rules\/result-told"/u)
    assert.match(await list({ words: 'zebra' }), /No rule is like that/u)
  })

  it('shows the partnership’s own limit beside that of Holdfast', async () => {
    assert.match(
      await list({ words: 'result told' }, limit),
      /Within 10 working days<br>[^<]*<span[^>]*>set here; Holdfast: /u,
    )
  })

  it('says who has adopted a rule, and what to do first where nobody has', async () => {
    assert.match(await list({}, begins), /No agency here has adopted any rule yet/u)
    assert.match(await list({ words: 'result' }, begins), /Adopted by nobody: it suggests/u)
    assert.match(await list({ words: 'result' }, begins, adopts), /Royal hospital/u)
    assert.doesNotMatch(await list({}, begins, adopts), /has adopted any rule yet/u)
  })
})

describe('the page of one rule', () => {
  it('says where its clock comes from', async () => {
    const page = await one('conference-held')
    for (const words of [
      'Within 15 working days',
      'Statutory',
      'Working Together to Safeguard Children 2018',
      'from 15 December 2023',
      'Today: 2023 text, not yet confirmed in the 2026 edition',
      'Owed by all',
      'England',
    ])
      assert.ok(page.includes(words), words)
  })

  it('says who has adopted it, and who set its limit, from when and why', async () => {
    const page = await one('result-told', begins, adopts, limit)
    assert.match(page, /Royal hospital, from 5 January 2026: Tove Lund, named nurse/u)
    assert.match(page, /2 February 2026[\s\S]*Within 10 working days[\s\S]*Annika Forsgate[\s\S]*Agreed by all/u)
  })

  it('has no form for whoever may not settle it', async () => {
    assert.doesNotMatch(await one('result-told'), /<form/u)
  })
})

describe('what is settled', () => {
  it('limits stand together, and say when there are none', async () => {
    assert.match(String(await limitsPage(look(limit))), /Within 10 working days/u)
    assert.match(String(await limitsPage(look())), /None yet/u)
  })

  it('a box for a practice stands for its rules that are not statutory', () => {
    const names = rulesTicked(['The road to a conference'])
    assert.ok(names.includes('conference-passed-on'))
    assert.ok(!names.includes('conference-held'))
    assert.deepEqual(rulesTicked(['all', 'result-told']), ['all'])
    assert.deepEqual(rulesTicked(['result-told']), ['result-told'])
  })

  it('each agency’s words stand by agency, given up as well', async () => {
    const page = async (...lines: readonly Line[]) =>
      String(await adoptPage({ posts: [], csrf: '', typed: { rules: [] }, problems: [] }, look(...lines)))
    assert.match(
      await page(begins, adopts, { ...adopts, kind: 'rule-given-up', on: '2026-03-02' }),
      /Adopts[\s\S]*Gives up/u,
    )
    assert.match(await page(begins), /No agency has adopted a rule yet/u)
    assert.match(await page(), /every rule counts as adopted/u)
  })

  it('editions say what they changed, and laws whether they have begun', async () => {
    const page = async (...lines: readonly Line[]) =>
      String(await editionsPage({ typed: {}, problems: [] }, look(...lines)))
    assert.match(await page(), /Working Together 2023[\s\S]*lead practitioner[\s\S]*Its text has not been read here/u)
    const law = { kind: 'law-begins', on: '2026-09-30', by: 'partnership', law: 'information-sharing-duty' }
    assert.match(await page(law), /From 30 September 2026/u)
    assert.doesNotMatch(await page(), /From 30 September 2026/u)
  })
})

describe('what only suggests', () => {
  it('stands apart on the family’s page, and in no list and no number', async () => {
    const page = async (...lines: readonly Line[]) => {
      const held = familyOnDay(inventedFamily(oneYear), settings(...lines))
      const content = familyPage({ look: held, query: () => undefined, wrong: undefined, around: {} })
      return { held, body: String(await content.body) }
    }
    const [all, none] = [await page(), await page(begins)]
    assert.equal(all.held.suggested.length, 0)
    assert.doesNotMatch(all.body, /suggested by rules that are not adopted/u)
    assert.ok(none.held.suggested.length > 0)
    assert.equal(none.held.suggested.length + none.held.duties.length, all.held.duties.length)
    assert.match(none.body, /suggested by rules that are not adopted[\s\S]*Suggested, not adopted by /u)
  })
})
