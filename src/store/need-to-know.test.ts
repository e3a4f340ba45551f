import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { type Asking, asReader, asRecorder } from './asking.ts'
import { allTables, everyAnswerFor, everyRowFor, rowsOf } from './trial-every-row.ts'
import { type RestrictedFamily, restrictedFamily, restrictedWords } from './trial-restricted.ts'

/* The policies of the database by themselves: what the program checks besides is left out, and every table is asked. */

let family: RestrictedFamily
before(async () => {
  family = await restrictedFamily()
})
after(() => family.drop())

const nobody = 'nobody'
const asking = (name: string, partnership = family.partnership): Asking => ({
  partnership,
  practitioner: family.people.get(name) ?? (nobody as Asking['practitioner']),
})

const everyRow = (who: Asking) => everyRowFor(family, who)
const everyAnswer = (who: Asking) => everyAnswerFor(family, who)

// A salt is chance, and now and then reads like a number of the family.
const holds = (rows: readonly string[], words: readonly string[]): readonly string[] =>
  rows.filter(row => {
    const said = row.replaceAll(/"salt": "[^"]*"/gu, '')
    return words.some(word => said.includes(word))
  })

/** What belongs to the family or to the record from which it reads, wherever it stands. */
const ofTheFamily = (): readonly string[] => [
  ...restrictedWords,
  ...[
    `"record": "${family.record}"`,
    `"${family.ann}"`,
    'entry-',
    'Dunmore',
    'Garside',
    'Ashgrove',
    '9990102686',
    '999000',
  ],
]

describe('every table', () => {
  it('has policies, and is the reader’s to read at most', async () => {
    const open = await family.ask(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
    )
    assert.deepEqual(open, [{ name: 'migration' }])
    const more = await family.ask(
      `select table_name, grantee, privilege_type from information_schema.role_table_grants where table_schema = 'public'
       and (grantee = 'PUBLIC' or (grantee = 'holdfast_reader' and privilege_type <> 'SELECT'))`,
    )
    assert.deepEqual(more, [])
  })

  it('is guarded from roles that can do no more than they must', async () => {
    const roles = await family.ask(
      `select rolname as name from pg_roles where rolname like 'holdfast%'
       and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) order by 1`,
    )
    assert.deepEqual(
      roles,
      ['owner', 'reader', 'recorder'].map(name => ({ name: `holdfast_${name}` })),
    )
    for (const role of ['holdfast_owner', 'holdfast_recorder', 'postgres'])
      await assert.rejects(
        asReader(family.store, asking('Nell Network'), client => client.query(`set local role ${role}`)),
        { code: '42501' },
      )
  })

  it('is read by functions that look for nothing where somebody else may put it', async () => {
    const loose = await family.ask(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
       and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp']`,
    )
    assert.deepEqual(loose, [])
  })

  it('is not told of by what the database keeps for its own planning', async () => {
    await family.ask('analyze')
    const seen = await asReader(family.store, asking('Nell Network'), client =>
      client.query(`select tablename from pg_stats where schemaname = 'public'`),
    )
    assert.deepEqual(seen.rows, [])
    const kept = await family.ask(`select count(*) > 0 as kept from pg_stats where tablename = 'content'`)
    assert.deepEqual(kept, [{ kept: true }])
  })

  it('gives nothing at all to a connection that does not say who asks', async () => {
    const client = new pg.Client(family.connections.reader)
    await client.connect()
    await client.query('begin')
    for (const table of await allTables(family)) assert.deepEqual((await rowsOf(client, table)) ?? [], [], table)
    await client.end()
  })
})

// Why somebody outside the family finds a word of it here all the same.
const allowed: Readonly<Record<string, readonly string[]>> = {
  // The log of who opened what, and the notices of it, are what the lead is there for; so is what was set apart.
  'Gil Governance': ['opening', 'notice', 'set_apart_now', 'openings_by_day'],
  // In which records her own relatives stand says nothing that she did not say herself.
  'Kit Kin': ['kin_records'],
  'Glen Glass': ['kin_records'],
  // One page, which is in the log: tested by itself.
  'Amy Ambulance': ['emergency_entries'],
}

describe('whoever does not belong to a family', () => {
  for (const name of ['Stan Stranger', 'Ed Ended', 'Kit Kin', 'Glen Glass', 'Gil Governance', 'Amy Ambulance', nobody])
    it(`reads nothing of it from any table or function: ${name}`, async () => {
      const rows = [...(await everyRow(asking(name))), ...(await everyAnswer(asking(name)))]
      const found = holds(rows, ofTheFamily()).filter(row => !allowed[name]?.includes(row.split(' ')[0] ?? ''))
      assert.deepEqual(found, [])
    })

  it('reads nothing at all once they have left, or were never there', async () => {
    for (const name of ['Ed Ended', nobody]) {
      assert.deepEqual(await everyRow(asking(name)), [], name)
      const said = (await everyAnswer(asking(name))).filter(
        row => !/ (?:null|false|\[\]|\{"[a-z_]+": (?:null|false)\})$/u.test(row),
      )
      assert.deepEqual(said, [], name)
    }
  })

  it('reads nothing of it from another partnership, whoever they are there', async () => {
    const rows = [
      ...(await everyRow(asking('Nell Network', family.other))),
      ...(await everyAnswer(asking('Sol South', family.other))),
    ]
    assert.deepEqual(
      holds(rows, ofTheFamily()).filter(row => !row.includes('entry-southern')),
      [],
    )
    assert.equal(holds(await everyRow(asking('Sol South', family.other)), ['southern']).length > 0, true)
  })

  it('reads on in an emergency what an emergency needs, and it is in the log', async () => {
    const who = asking('Amy Ambulance')
    const { rows } = await asReader(family.store, who, client =>
      client.query('select content from emergency_entries($1)', [family.record]),
    )
    const said = rows.map(({ content }) => String(content))
    assert.equal(holds(said, ['Alfie Dunmore']).length, 1)
    assert.deepEqual(holds(said, restrictedWords), [])
    const log = await family.ask(`select way from opening where practitioner = $1 and record = $2`, [
      ...[who.practitioner, family.record],
    ])
    assert.ok(log.length > 0 && log.every(({ way }) => way === 'emergency'))
  })
})

// By what each may see, the rest is restricted: to know that there is something is to know too much.
const mayKnow: Readonly<Record<string, readonly (typeof restrictedWords)[number][]>> = {
  'Nell Network': [],
  'Tomasz Wrona': ['clareslaw', 'exploited', 'pregnancyended', 'annclareslaw', 'annexploited'],
  'Pat Police': [
    'clareslaw',
    'exploited',
    'ownsight',
    'widelyknown',
    'narrowed',
    'annclareslaw',
    'annexploited',
    'annownsight',
  ],
}

// What the policies ask of what was set apart, and of earlier versions; it is called by nothing else.
const policies = new Set(['apart_here', 'barred_here'])

describe('whoever works with a family', () => {
  for (const [name, known] of Object.entries(mayKnow))
    it(`reads what is theirs to know, and of the rest not even that it is there: ${name}`, async () => {
      const rows = await everyRow(asking(name))
      const answers = (await everyAnswer(asking(name))).filter(row => !policies.has(row.split(' ')[0] ?? ''))
      const hidden = restrictedWords.filter(word => !known.includes(word))
      assert.deepEqual(
        holds(
          [...rows, ...answers],
          hidden.map(word => `${word}.`),
        ),
        [],
      )
      assert.deepEqual(
        holds(
          [...rows, ...answers],
          hidden.map(word => `entry-${word}`),
        ),
        [],
      )
      const texts = rows.filter(row => row.startsWith('content '))
      for (const word of known) assert.equal(holds(texts, [`entry-${word}"`]).length > 0, true, word)
    })

  it('finds no duty, and nothing told, that rests on what they may not see', async () => {
    const rests = `select d.key, array_agg(c.record || '/' || c.entry) as places from $table d join content c
      on c.partnership = d.partnership and (c.record = d.record and c.number = any (d.because)
        or c.record || '/' || c.entry = any (d.elsewhere)) where d.partnership = 1 group by d.key`
    const seen = `select record || '/' || entry as place from content`
    for (const table of ['duty', 'told']) {
      const all = await family.ask(rests.replace('$table', table))
      for (const [name, known] of Object.entries(mayKnow)) {
        const [keys, places] = await asReader(family.store, asking(name), async client => [
          new Set((await client.query(`select key from ${table}`)).rows.map(({ key }) => key)),
          new Set((await client.query(seen)).rows.map(({ place }) => place)),
        ])
        const hidden = all.filter(
          one =>
            !Object.values(one)
              .flat()
              .slice(1)
              .every(place => places.has(place)),
        )
        assert.deepEqual(
          hidden.filter(({ key }) => keys.has(key)).map(({ key }) => key),
          [],
          `${name} ${table}`,
        )
        if (table === 'duty' && !known.includes('annownsight')) assert.ok(hidden.length > 1, name)
        assert.ok(keys.size > 0)
      }
    }
  })
})

describe('the recorder of one partnership', () => {
  // Which partnerships there are, and who signs in where, is asked before it is known who asks; of what is to be sent, numbers.
  const common = ['partnership', 'account', 'session', 'sign_in_attempt', 'to_send']

  it('finds nothing of another in any table', async () => {
    await asRecorder(family.store, { partnership: family.other }, async client => {
      for (const table of await allTables(family)) {
        const rows = (await rowsOf(client, table)) ?? []
        if (!common.includes(table)) assert.deepEqual(holds(rows, [`"partnership": ${family.partnership}`]), [], table)
        assert.deepEqual(
          holds(rows, ofTheFamily()).filter(row => !row.includes('southern')),
          [],
          table,
        )
      }
    })
  })

  it('writes nothing for another', async () => {
    const loose = await family.ask(
      `select tablename from pg_policies where schemaname = 'public' and 'holdfast_recorder' = any (roles)
       and coalesce(with_check, qual) not like '%asking_partnership()%' order by 1`,
    )
    assert.deepEqual(
      loose.map(({ tablename }) => tablename),
      ['account', 'session', 'sign_in_attempt'],
    )
    const into = (table: string, columns: string, values: string) =>
      asRecorder(family.store, { partnership: family.other }, client =>
        client.query(`insert into ${table} (partnership, ${columns}) values (1, ${values})`),
      )
    await assert.rejects(into('may_open', 'practitioner, record, why', `'${family.worker}', 'alfie', 'kind'`), {
      code: '42501',
    })
    await assert.rejects(into('notice', 'record, template, to_role', `'alfie', 'desk', 'gp'`), { code: '42501' })
  })
})
