import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { dispose } from './dispose.ts'
import { type Heads, HeadsRefusal, readHeads, writeHeads } from './heads.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'
import { type Finding, findingInWords, isBroken, verify, verifyWithin } from './verify.ts'

let family: TrialFamily
let folder = ''
before(async () => {
  family = await trialFamily()
  folder = await mkdtemp(join(tmpdir(), 'holdfast-heads-'))
})
after(async () => {
  await rm(folder, { recursive: true })
  await family.drop()
})

/** What verify finds once somebody has changed the tables behind the program's back; it is undone again. */
const findings = async (changes: readonly string[], heads?: Heads): Promise<readonly Finding[]> => {
  const options = { now: family.now, ...(heads === undefined ? {} : { heads }) }
  const { findings, sound } = await family.behind(changes, client => verifyWithin(client, options))
  assert.equal(sound, !findings.some(isBroken))
  return findings
}

const codes = async (changes: readonly string[], heads?: Heads): Promise<readonly string[]> =>
  (await findings(changes, heads)).map(({ partnership, record, number, code }) => {
    assert.deepEqual([partnership, record], [family.partnership, family.record])
    return `${number ?? 'record'} ${code}`
  })

const inWords = async (changes: readonly string[], heads?: Heads): Promise<string> =>
  (await findings(changes, heads)).map(findingInWords).join('\n')

const headsNow = async (): Promise<Heads> =>
  readHeads(await writeHeads(family.connections.owner, folder, londonDay(family.now)))

const concern = { kind: 'concern', on: '2026-06-12', by: 'social-care/rowan-team', harm: 'yes' }

const one = (number: number): string => `record = 'alfie' and number = ${number}`

const cutAfter57 = [
  `delete from content where record = 'alfie' and number > 57`,
  `delete from chain where record = 'alfie' and number > 57`,
]

/** What somebody does who takes care that each link follows from the one before. */
const chainAnew = (from: number): string => `do $$
  declare
    l record;
    chained bytea;
  begin
    select hash into chained from chain where ${one(from - 1)};
    for l in select * from chain where record = 'alfie' and number >= ${from} order by number loop
      update chain h set before = chained, digest = (select sha256(c.salt || convert_to(c.content, 'UTF8')) from content c
        where c.record = h.record and c.number = h.number) where record = 'alfie' and number = l.number;
      update chain set hash = chain_hash(before, partnership, record, number, arrived, writer, digest)
        where record = 'alfie' and number = l.number returning hash into chained;
    end loop;
    update record set head = chained where record = 'alfie';
  end $$`

describe('verify', () => {
  it('has nothing to say of a record that nobody has touched', async () => {
    const { findings: found, counts, sound } = await verify(family.connections.owner, { now: family.now })
    assert.deepEqual([found, sound], [[], true])
    assert.deepEqual([counts.partnerships, counts.records, counts.disposals], [1, 2, 0])
    assert.ok(counts.entries > 250 && counts.duties > 20)
  })

  it('names the entry of which a byte, or the salt, was changed', async () => {
    const changes = [
      `update content set content = replace(content, 'breakfast', 'breakfasT') where ${one(14)}`,
      `update content set salt = set_byte(salt, 3, get_byte(salt, 3) # 1) where ${one(20)}`,
    ]
    assert.deepEqual(await codes(changes), ['14 words-changed', '20 words-changed'])
    assert.match(await inWords(changes), /^Partnership 1, record alfie, entry 14: its text or its salt was changed/u)
  })

  it('says nothing of the text itself, whatever became of it', async () => {
    const changes = [`update content set content = '{"kind":"secret' where ${one(14)}`]
    assert.deepEqual(await codes(changes), ['14 words-changed'])
    assert.ok(!(await inWords(changes)).includes('secret'))
    assert.deepEqual(await codes([...changes, chainAnew(14)]), ['14 unreadable'])
  })

  for (const change of [
    `writer = 'somebody'`,
    `arrived = arrived + interval '1 microsecond'`,
    `hash = sha256('x')`,
    `before = sha256('x')`,
    `arrived = 'infinity'`,
  ])
    it(`names a row of the chain with ${change}`, async () => {
      assert.ok((await codes([`update chain set ${change} where ${one(30)}`])).includes('30 link-changed'))
    })

  it('tells a changed digest from a changed text', async () => {
    assert.deepEqual(await codes([`update chain set digest = sha256('x') where ${one(30)}`]), ['30 digest-changed'])
  })

  it('names every entry that is missing from the middle of a chain', async () => {
    const changes = ['content', 'chain'].map(
      table => `delete from ${table} where record = 'alfie' and number in (40, 41)`,
    )
    assert.deepEqual((await codes(changes)).slice(0, 2), ['40 gap', '41 gap'])
  })

  it('names a text that is gone with nobody who disposed of it, and one that no row of the chain is for', async () => {
    const changes = [
      `delete from content where ${one(40)}`,
      'alter table content drop constraint content_partnership_record_number_fkey',
      `delete from chain where ${one(41)}`,
    ]
    const found = await codes(changes)
    for (const wanted of ['40 words-missing', '41 gap', '41 words-unlinked']) assert.ok(found.includes(wanted), wanted)
  })

  it('names what stands beside a text and does not match it', async () => {
    const secret = await family.write({ ...concern, sight: ['police'], text: 'For the police alone.' })
    const words = await inWords([
      `update content set sight = null, by = 'police' where ${one(secret)}`,
      `update content set known = known - 1, kind = 'contact', root = 'other' where ${one(14)}`,
    ])
    assert.ok(words.includes(`entry ${secret}: what stands beside its text does not match it: by, sight.`))
    assert.ok(words.includes('entry 14: what stands beside its text does not match it: root, kind, known.'))
  })

  it('names an entry that arrived no later than the one before', async () => {
    const before = `select arrived from chain where ${one(29)}`
    const changes = [`update chain set arrived = (${before}) where ${one(30)}`, chainAnew(30)]
    assert.deepEqual(await codes(changes), ['30 arrived-back'])
  })

  it('names a chain that is shorter than its record says', async () => {
    assert.match(await inWords(cutAfter57), /is cut off after entry 57, and the record says that there are 1\d\d\./u)
  })

  it('names a record whose own word on its last entry is another', async () => {
    assert.deepEqual(await codes([`update record set head = sha256('x') where record = 'alfie'`]), [
      'record head-differs',
    ])
  })

  it('names duties, and who may open the record, that are not what follows from the entries', async () => {
    const words = await inWords([
      `delete from duty where key = (select min(key) from duty where record = 'alfie')`,
      `update duty set due = due + 7 where key = (select max(key) from duty where record = 'alfie')`,
      `insert into may_open (partnership, practitioner, record, why) values (1, '${family.worker}', 'alfie', 'kind')`,
    ])
    assert.match(words, /^Partnership 1, record alfie: a rebuild would change 2 of its duties: holdfast rebuild/u)
    assert.match(words, /: who may open it is not what follows from its entries/u)
  })

  it('leaves what the tick has yet to look at to the tick', async () => {
    const changes = [`delete from duty where record = 'alfie'`, `update record set rules = 'older'`]
    assert.deepEqual(await codes(changes), ['record waiting'])
  })

  it('names a notice that tells nothing, and what was told by no notice', async () => {
    const changes = [
      `insert into notice (partnership, record, template, to_role) values (1, 'alfie', 'duties', 'gp')`,
      'alter table told drop constraint told_partnership_notice_fkey',
      `insert into told (partnership, record, key, state, told_to, notice, because)
        values (1, 'alfie', 'k', 'owed', 'gp', 9999, '{}')`,
    ]
    assert.deepEqual(await codes(changes), ['record told-nothing', 'record told-unnoticed'])
  })
})

describe('verify with the heads of an earlier day', () => {
  it('finds a chain whose end was taken away together with the word on it', async () => {
    const heads = await headsNow()
    const known = heads.heads.find(({ record }) => record === 'alfie')
    const changes = [
      ...cutAfter57,
      `update record r set (last, head, arrived) = (select number, hash, arrived from chain h where h.record = r.record
        order by number desc limit 1) where record = 'alfie'`,
    ]
    const wanted = `its chain is cut off after entry 57; the heads of ${heads.day} knew ${known?.last}.`
    assert.ok((await inWords(changes, heads)).includes(wanted))
    assert.ok(!(await inWords(changes)).includes('cut off'))
  })

  it('finds a chain that was written anew from a changed entry on', async () => {
    const own = await family.write({ ...concern, id: 'own', text: 'No breakfast.' })
    const last = await family.write({ ...concern, text: 'Again.' })
    const heads = await headsNow()
    const changes = [`update content set content = replace(content, 'No', 'A') where ${one(own)}`, chainAnew(own)]
    assert.deepEqual(await codes(changes, heads), [`${last} rewritten`])
    assert.deepEqual(await codes(changes), [])
  })

  it('finds a record that is gone', async () => {
    const tables = ['duty', 'may_open', 'person', 'told', 'sending', 'to_send', 'notice', 'content', 'chain', 'record']
    const all = new Set(['sending', 'to_send', 'notice'])
    const changes = tables.map(table =>
      all.has(table) ? `delete from ${table}` : `delete from ${table} where record = 'alfie'`,
    )
    assert.deepEqual(await codes(changes, await headsNow()), ['record record-missing'])
  })

  it('has nothing to say of a record that has only grown', async () => {
    const heads = await headsNow()
    await family.write({ ...concern, text: 'New.' })
    assert.deepEqual(await codes([], heads), [])
  })

  it('takes only a whole file of heads, which nobody else may read', async () => {
    const file = await writeHeads(family.connections.owner, folder, londonDay(family.now))
    assert.equal(file, join(folder, 'heads', `heads-${isoDay(londonDay(family.now))}.jsonl`))
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    const text = await readFile(file, 'utf8')
    for (const bad of ['', '{}\n', 'no heads', text.slice(0, -5), text.slice(0, text.lastIndexOf('{'))]) {
      await writeFile(join(folder, 'bad'), bad)
      await assert.rejects(readHeads(join(folder, 'bad')), HeadsRefusal)
    }
  })
})

describe('verify after a disposal', () => {
  const asked = () => ({
    ...{ partnership: family.partnership, record: family.record, reason: 'Names a neighbour', now: family.now },
    ...{ by: family.worker, second: family.manager },
  })

  it('reports it as one, with day, reason and both people, and as no break', async () => {
    const number = await family.write({ ...concern, text: 'Of a neighbour.' })
    await dispose(family.connections.owner, { ...asked(), number })
    const { findings: found, sound, counts } = await verify(family.connections.owner, { now: family.now })
    const day = isoDay(londonDay(family.now))
    assert.deepEqual(found.map(findingInWords), [
      `Partnership 1, record alfie, entry ${number}: disposed of on ${day} by ${family.worker} and ${family.manager}, for this reason: Names a neighbour.`,
    ])
    assert.deepEqual([sound, counts.disposals], [true, 1])
  })

  it('names words that came back', async () => {
    const number = await family.write({ ...concern, text: 'Of another neighbour.' })
    const again = `insert into disposal (partnership, record, number, reason, disposed_by, second)
      values (1, 'alfie', ${number}, 'why', 'a', 'b')`
    assert.ok((await codes([again])).includes(`${number} words-kept`))
  })

  it('follows corrections back to the first version, whoever is disposed of between', async () => {
    const first = await family.write({ ...concern, id: 'c-1', text: 'One.' })
    await family.write({ ...concern, id: 'c-2', corrects: 'c-1', text: 'Two.' })
    await family.write({ ...concern, id: 'c-3', corrects: 'c-2', text: 'Three.' })
    for (const number of [first, first + 1]) await dispose(family.connections.owner, { ...asked(), number })
    await family.write({ ...concern, id: 'c-4', corrects: 'c-3', text: 'Four.' })
    const roots = await family.ask(`select distinct root from content where entry like 'c-_'`)
    assert.deepEqual(roots, [{ root: 'c-1' }])
    assert.ok((await findings([])).every(({ code }) => code === 'disposed'))
  })
})
