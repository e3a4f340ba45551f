import type { Context } from 'hono'
import { pageOf, searchset } from '../../../giving/fhir/bundle.ts'
import { type GivenType, isGivenType } from '../../../giving/fhir/resource.ts'
import { type Pair, readSearch } from '../../../giving/fhir/search.ts'
import type { Served } from '../served.ts'
import { answer, notFound, refuse } from './answer.ts'
import type { FhirEnv } from './asker.ts'
import { type Finding, findAll, findEverything, findOne, opening } from './looks.ts'
import { type Onward, openPage, sealPage } from './paging.ts'

type FhirContext = Context<FhirEnv>

const usualCount = 50
const mostCount = 500

/** How many are wanted on a page; nothing where that is no number. */
const countOf = (pairs: readonly Pair[]): number | undefined => {
  const asked = pairs.find(([name]) => name === '_count')?.[1]
  if (asked === undefined) return usualCount
  return /^\d{1,9}$/u.test(asked) ? Math.min(Number(asked), mostCount) : undefined
}

interface Listing {
  readonly place: string
  readonly pairs: readonly Pair[]
  readonly count: number
  readonly after?: string | undefined
  /** The address that was asked; nothing where it was asked by a form, whose words go into no address. */
  readonly self: string
}

const nextOf = (c: FhirContext, served: Served, { place, pairs, count }: Listing, after: string | undefined) => {
  if (after === undefined || count === 0) return undefined
  const { seal } = c.get('asker').system
  const page = sealPage(seal, { place, pairs, after, count }, served.store.now())
  const format = c.req.query('_format')
  const kept = format === undefined ? '' : `&_format=${encodeURIComponent(format)}`
  return `${served.address}/fhir/${place}?_page=${page}${kept}`
}

/** One page of what was found. Each record of which something is shown is opened, and that is written down. */
const list = async (c: FhirContext, served: Served, all: Finding, listing: Listing): Promise<Response> => {
  const page = pageOf(all.found, listing)
  const shown = await opening(served, c.get('asker'), all, page.shown)
  const base = `${served.address}/fhir`
  const next = nextOf(c, served, listing, page.after)
  return answer(c, searchset({ ...page, shown }, { base, self: listing.self, next }))
}

const badCount = (c: FhirContext) =>
  refuse(c, 400, { code: 'value', element: '_count', words: 'How many on a page is a whole number' })

const searchWith = async (c: FhirContext, served: Served, type: GivenType, listing: Listing): Promise<Response> => {
  const search = readSearch(type, listing.pairs)
  if (!('isWanted' in search)) return refuse(c, 400, search)
  const all = await findAll(served, c.get('asker'), search)
  const onlyCount = listing.pairs.some(([name, value]) => name === '_summary' && value === 'count')
  return list(c, served, all, onlyCount ? { ...listing, count: 0 } : listing)
}

const everythingWith = async (c: FhirContext, served: Served, id: string, listing: Listing): Promise<Response> => {
  const all = await findEverything(served, c.get('asker'), id)
  return all === undefined ? notFound(c) : list(c, served, all, listing)
}

const gone = (c: FhirContext) =>
  refuse(c, 410, { code: 'expired', words: 'This link to a further page has run out, or is not yours: search again' })

const goOn = (c: FhirContext, served: Served, onward: Onward): Promise<Response> => {
  const listing = { ...onward, self: `${served.address}${new URL(c.req.url).pathname}?_page=${c.req.query('_page')}` }
  const [type = '', id] = onward.place.split('/')
  if (id !== undefined) return everythingWith(c, served, id, listing)
  return isGivenType(type) ? searchWith(c, served, type, listing) : Promise.resolve(gone(c))
}

/** A page further on, where the address says so; nothing where it does not. */
const onward = (c: FhirContext, served: Served, place: string): Promise<Response> | Response | undefined => {
  const page = c.req.query('_page')
  if (page === undefined) return undefined
  const held = openPage(c.get('asker').system.seal, page, served.store.now())
  return held?.place === place ? goOn(c, served, held) : gone(c)
}

const pairsIn = (c: FhirContext): readonly Pair[] => [...new URL(c.req.url).searchParams]

const selfOf = (c: FhirContext, { address }: Served): string => {
  const { pathname, search } = new URL(c.req.url)
  return `${address}${pathname}${search}`
}

/** Searches by the address. */
export const search = (c: FhirContext, served: Served, type: GivenType): Promise<Response> | Response => {
  const further = onward(c, served, type)
  if (further !== undefined) return further
  const [pairs, self] = [pairsIn(c), selfOf(c, served)]
  const count = countOf(pairs)
  return count === undefined ? badCount(c) : searchWith(c, served, type, { place: type, pairs, count, self })
}

/** Searches by a form, so that a name or a number stands in no address. */
export const searchByForm = async (c: FhirContext, served: Served, type: GivenType): Promise<Response> => {
  const form = c.req.header('content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded')
  if (form !== true)
    return refuse(c, 415, { code: 'structure', words: 'Send a form: application/x-www-form-urlencoded' })
  const pairs = [...pairsIn(c), ...new URLSearchParams(await c.req.text())]
  const count = countOf(pairs)
  const self = `${served.address}/fhir/${type}`
  return count === undefined ? badCount(c) : searchWith(c, served, type, { place: type, pairs, count, self })
}

/** Reads one resource. */
export const read = async (c: FhirContext, served: Served, type: GivenType, id: string): Promise<Response> => {
  const found = await findOne(served, c.get('asker'), type, id)
  return found === undefined ? notFound(c) : answer(c, found.resource)
}

/** Reads all that is given out of one patient, page by page. */
export const everything = (c: FhirContext, served: Served, id: string): Promise<Response> | Response => {
  const place = `Patient/${id}/$everything`
  const further = onward(c, served, place)
  if (further !== undefined) return further
  const [pairs, self] = [pairsIn(c), selfOf(c, served)]
  const unknown = pairs.find(([name]) => !['_count', '_format', '_pretty'].includes(name))
  if (unknown !== undefined)
    return refuse(c, 400, {
      code: 'not-supported',
      element: unknown[0],
      words: 'Everything is given whole: _count alone',
    })
  const count = countOf(pairs)
  return count === undefined ? badCount(c) : everythingWith(c, served, id, { place, pairs, count, self })
}
