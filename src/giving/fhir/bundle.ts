import type { Found } from './resource.ts'

/** One page of a list: what is on it, and after which id the next one begins. */
export interface Page {
  readonly total: number
  readonly shown: readonly Found[]
  readonly after: string | undefined
}

const byId = (one: Found, other: Found): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/**
 * The page of a list that begins after an id. Ids never change, so that a list which is asked for page by page holds each
 * thing once, whatever is written meanwhile.
 */
export const pageOf = (
  all: readonly Found[],
  { after, count }: { readonly after?: string | undefined; readonly count: number },
): Page => {
  const each = [...new Map(all.map(found => [found.id, found])).values()].sort(byId)
  const rest = after === undefined ? each : each.filter(({ id }) => id > after)
  const shown = rest.slice(0, count)
  return { total: each.length, shown, after: rest.length > count ? shown.at(-1)?.id : undefined }
}

/** Where a list stands: the address of this server, of this page, and of the next where there is one. */
export interface Links {
  readonly base: string
  readonly self: string
  readonly next?: string | undefined
}

/** A page of a list as a Bundle. */
export const searchset = ({ total, shown }: Page, { base, self, next }: Links) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total,
  link: [{ relation: 'self', url: self }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])],
  ...(shown.length === 0
    ? {}
    : {
        entry: shown.map(({ id, resource }) => ({
          fullUrl: `${base}/${resource.resourceType}/${id}`,
          resource,
          search: { mode: 'match' },
        })),
      }),
})
