import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addKin, endPractitioner } from './accounts.ts'
import { asReader } from './asking.ts'
import { myRecords, openRecord } from './read.ts'
import { type RestrictedFamily, restrictedFamily } from './trial-restricted.ts'

let family: RestrictedFamily
before(async () => {
  family = await restrictedFamily()
})
after(() => family.drop())

const readingOf = (practitioner = family.worker) => ({
  asking: { partnership: family.partnership, practitioner },
  reader: { posts: [{ agency: 'social-care/rowan-team', role: 'social-worker' }] as never },
})

const open = () => openRecord(family.store, readingOf(), family.record, 'test')

/** What a list says of each record that a page may open, and what opening it says. */
const stamps = () =>
  asReader(family.store, readingOf().asking, async client => {
    const { rows } = await client.query(
      `select m.record, m.stamp as listed, o.stamp as opened, m.leads as lists, leads_here(m.record) as leads
       from my_records() m cross join lateral open_record(m.record, 'test') o`,
    )
    return rows
  })

describe('a record that was opened', () => {
  it('is the same as long as nothing of it changes, by whichever page', async () => {
    const first = await open()
    assert.ok(first !== undefined && first.entries.length > 50)
    assert.equal(await open(), first)
    const listed = await myRecords(family.store, readingOf())
    assert.ok(listed.includes(first))
  })

  it('is another when an entry was written, and holds it', async () => {
    const first = await open()
    await family.write({ kind: 'contact', on: '2026-11-02', by: 'gp', way: 'call', text: 'The otter was seen.' })
    const next = await open()
    assert.notEqual(next, first)
    assert.deepEqual(next?.entries.filter(({ text }) => text === 'The otter was seen.').length, 1)
  })

  it('has one stamp in a list and on its page, whatever it reads elsewhere and whatever was disposed of', async () => {
    const dispose = `insert into disposal (partnership, record, number, reason, disposed_by, second)
      select $1, record, 1, 'Asked for.', 'one', 'two' from record where partnership = $1 and record in ($2, $3)`
    await family.ask(dispose, [family.partnership, family.record, family.ann])
    const rows = await stamps()
    assert.ok(rows.length > 0)
    for (const { listed, opened, lists, leads } of rows) assert.deepEqual([listed, lists], [opened, leads])
    const [own] = rows.filter(({ record }) => record === family.record)
    assert.match(own?.listed, /^\d+\.\d+\.2\./u)
  })

  it('is closed at once to somebody whose kin stand in it, and to whoever has left', async () => {
    assert.ok((await open()) !== undefined)
    const asked = 'select nhs from person where record = $1 and nhs is not null limit 1'
    const [{ nhs } = {}] = await family.ask(asked, [family.record])
    await addKin(family.store, readingOf().asking, { nhs: String(nhs) })
    assert.equal(await open(), undefined)
    assert.deepEqual(await myRecords(family.store, readingOf()), [])
    assert.ok((await openRecord(family.store, readingOf(family.manager), family.record, 'test')) !== undefined)
    await endPractitioner(family.store, readingOf(family.manager).asking)
    assert.equal(await openRecord(family.store, readingOf(family.manager), family.record, 'test'), undefined)
  })
})
