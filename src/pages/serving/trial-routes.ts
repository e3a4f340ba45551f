import { asRecorder } from '../../store/asking.ts'
import { shortName } from '../address.ts'
import type { TrialHoldfast } from './trial.ts'
import { askTrial } from './trial-facts.ts'

/*
 * For tests: every address that Holdfast answers, as the web itself lists them, so that a new page cannot be forgotten; and
 * all by which a family is known.
 */

export interface Route {
  readonly method: string
  readonly path: string
}

/** Other systems, and the telephone that fetches a calendar, have no session and no forms: what they ask is tested by itself. */
const ofSystems = /^\/(?:fhir|oauth|\.well-known|calendar|notify)/u

/** Every route that a page or a form has, each once. */
export const routesOf = ({ web }: TrialHoldfast): readonly Route[] => {
  const all = web.routes
    .filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.endsWith('*') && !ofSystems.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  return [...new Set(all)].map(one => {
    const [method = '', path = ''] = one.split(' ')
    return { method, path }
  })
}

/** What stands in the place of a name in a route, for something that is there and for something that is not. */
export interface Ids {
  readonly id: string
  readonly record: string
  readonly duty: string
  readonly entry: string
  readonly miss: string
  readonly copy: string
  readonly person: string
  readonly notice: string
  readonly draft: string
  readonly opening: string
  readonly item: string
  readonly feed: string
  readonly upload: string
  readonly match: string
  readonly file: string
  readonly type: string
  readonly version: string
  /** The name and the number of the child, for whatever finds by these. */
  readonly name: string
  readonly nhs: string
}

/** Ids in the shape of real ones that name nothing. */
export const nothing: Ids = {
  ...{ id: 'bcdfghjkmn', record: 'bcdfghjkmn', duty: '0123456789ab', entry: '0123456789ab' },
  ...{ miss: '0123456789ab', copy: 'gp', person: '0123456789ab' },
  ...{ notice: '999999999', draft: 'bcdfghjkmn', opening: '999999999', item: 'bcdfghjkmn' },
  ...{ feed: 'bcdfghjkmn', upload: 'bcdfghjkmn', match: '999999999', file: 'bcdfghjkmn' },
  ...{ type: 'Patient', version: '1' },
  ...{ name: 'Nobody Knownhere', nhs: '9990000018' },
}

/** The address of a route with ids in it. Throws when a route has a name for which there is no id here. */
export const addressOf = ({ path }: Route, ids: Ids): string =>
  path.replaceAll(/:([a-z]+)/gu, (_, name: string) => {
    const id = new Map(Object.entries(ids)).get(name)
    if (id === undefined) throw new Error(`a route has an id of a new kind: ${path}`)
    return id
  })

const first = async (trial: TrialHoldfast, sql: string, ...values: readonly unknown[]): Promise<string> => {
  const [row] = await askTrial(trial, sql, ...values)
  return String(Object.values(row ?? {})[0] ?? '')
}

const missed = `select min(content::jsonb ->> 'appointment') filter (where kind = 'was-not-brought') from content`

const child = `select min(content) filter (where kind = 'person' and content like '%"subject":"yes"%')`

/** Ids of what belongs to a family: its record, a duty that is owed, an entry, a notice about it. */
export const idsOf = async (trial: TrialHoldfast, record: string): Promise<Ids> => {
  const of = (sql: string) => first(trial, `${sql} where partnership = $1 and record = $2`, record)
  return {
    ...nothing,
    ...{ id: record, record },
    duty: shortName(record, await of('select min(key) filter (where ended is null and not projected) from duty')),
    entry: shortName(record, await of(`select min(root) filter (where kind in ('contact', 'concern')) from content`)),
    miss: shortName(record, await of(missed)),
    person: shortName(
      record,
      await of(`select min(content::jsonb ->> 'person') filter (where kind = 'relationship') from content`),
    ),
    notice: await of('select min(notice) from notice'),
    name: (JSON.parse(await of(`${child} from content`)) as { readonly name: string }).name,
    nhs: await of('select min(nhs) filter (where child) from person'),
  }
}

interface Written {
  readonly content: string
}

const wordsIn = (lines: readonly Written[], fields: readonly string[]): readonly string[] =>
  lines.flatMap(({ content }) => {
    const line: Readonly<Record<string, unknown>> = JSON.parse(content)
    return fields.flatMap(field => (typeof line[field] === 'string' ? [line[field]] : []))
  })

const known = ['name', 'nhs', 'address', 'text', 'reason', 'otherRecord', 'where']

/**
 * Everything by which a family could be known on a page, and no other family: names, numbers, addresses, every text that
 * somebody wrote, the record's id and the short names of its entries and duties.
 */
export const marksOf = async (trial: TrialHoldfast, record: string): Promise<readonly string[]> => {
  const { store, partnership } = trial
  const { own, others, ids } = await asRecorder(store, { partnership }, async client => {
    const rows = async (sql: string) => (await client.query(sql, [partnership, record])).rows
    return {
      own: await rows('select content from content where partnership = $1 and record = $2'),
      others: await rows('select content from content where partnership = $1 and record <> $2'),
      ids: await rows(`select key as id from duty where partnership = $1 and record = $2
        union select root from content where partnership = $1 and record = $2`),
    }
  })
  const elsewhere = wordsIn(others, known).join('\n')
  const words = wordsIn(own, known).filter(word => word.length > 6 && !elsewhere.includes(word))
  const numbers = words
    .filter(word => /^\d{10}$/u.test(word))
    .map(word => `${word.slice(0, 3)} ${word.slice(3, 6)} ${word.slice(6)}`)
  return [...new Set([...words, ...numbers, record, ...ids.map(({ id }) => shortName(record, id))])]
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

/** What stands on a page, as it is read. */
export const asRead = (page: string): string =>
  page.replaceAll(/&(amp|lt|gt|quot|#39|#x27);/gu, (_, name: string) => signs[name] ?? '')

/** How many rows each table has that a form may change. */
export const rowsOfAll = async (trial: TrialHoldfast): Promise<ReadonlyMap<string, number>> => {
  const tables = await askTrial(
    trial,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and has_table_privilege(oid, 'select') and relname not in ('session', 'sign_in_attempt') and $1::int > 0 order by 1`,
  )
  const counts = new Map<string, number>()
  for (const { name } of tables)
    counts.set(String(name), Number(await first(trial, `select count(*) from ${name} where $1::int > 0`)))
  return counts
}
