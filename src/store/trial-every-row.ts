import pg from 'pg'
import { type Asking, asReader } from './asking.ts'
import { type RestrictedFamily, restrictedWords } from './trial-restricted.ts'

/* For tests of need to know: all that somebody may read of the database, by whatever table or function. */

const tablesOf = `select relname as name from pg_class c where relnamespace = 'public'::regnamespace
  and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`
/** The name of every table that there is, so that a new one cannot be forgotten. */
export const allTables = async (family: RestrictedFamily): Promise<readonly string[]> =>
  (await family.ask(tablesOf)).map(({ name }) => String(name))

/** Every row of a table as text; nothing when the table is refused. */
export const rowsOf = async (client: pg.ClientBase, table: string): Promise<readonly string[] | undefined> => {
  await client.query('savepoint before')
  try {
    const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`)
    return rows.map(({ row }) => row)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
    return undefined
  } finally {
    await client.query('rollback to before')
  }
}

/** Every row of every table that somebody may read, each with the name of its table. */
export const everyRowFor = (family: RestrictedFamily, who: Asking): Promise<readonly string[]> =>
  asReader(family.store, who, async client => {
    const found: string[] = []
    for (const table of await allTables(family))
      for (const row of (await rowsOf(client, table)) ?? []) found.push(`${table} ${row}`)
    return found
  })

interface Called {
  readonly name: string
  readonly kinds: readonly string[]
}

// What runs as the owner, and may be called by the reader: no policy holds in it but what it says itself.
const functionsOf = `select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t) as kinds
  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and has_function_privilege('holdfast_reader', p.oid, 'execute') order by 1`

const calls = (family: RestrictedFamily, { kinds }: Called, words: string): readonly (readonly unknown[])[] => {
  const texts = [family.record, family.ann, 'agencies', words]
  return texts.map(text => kinds.map((kind, at) => (kind === 'text' ? text : at === kinds.length - 1 ? 1000 : 0)))
}

/** Whatever the functions say that run as the owner, each asked about every record and every word. */
export const everyAnswerFor = async (family: RestrictedFamily, who: Asking): Promise<readonly string[]> => {
  const functions = (await family.ask(functionsOf)) as unknown as readonly Called[]
  return asReader(family.store, who, async client => {
    const found: string[] = []
    for (const one of functions)
      for (const values of calls(family, one, [...restrictedWords, 'Alfie', 'Kirsty'].join(' or '))) {
        const args = values.map((_, at) => `$${at + 1}`).join(', ')
        const { rows } = await client.query(`select to_jsonb(t)::text as row from ${one.name}(${args}) t`, [...values])
        for (const { row } of rows) found.push(`${one.name} ${row}`)
      }
    return found
  })
}
