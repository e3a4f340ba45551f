import type pg from 'pg'
import type { Finding } from './finding.ts'

interface Row {
  readonly partnership: number
  readonly record: string
  readonly notice: string
}

const nothingTold = `select n.partnership, coalesce(n.record, 'of a list') as record, n.notice::text from notice n
  where n.template in ('duties', 'late-list', 'watched-list', 'further-list') and n.opening is null
    and not exists (select from told t where t.partnership = n.partnership and t.notice = n.notice)
  order by n.partnership, n.record, n.notice`

const noNotice = `select t.partnership, t.record, t.notice::text from told t
  where not exists (select from notice n where n.partnership = t.partnership and n.notice = t.notice
    and (n.record is null or n.record = t.record))
  order by t.partnership, t.record, t.notice`

/** Every notice of duties that tells of none, and everything that stands as told without the notice that told it. */
export const checkNotices = async (client: pg.ClientBase): Promise<readonly Finding[]> => {
  const empty = await client.query<Row>(nothingTold)
  const lost = await client.query<Row>(noNotice)
  return [
    ...empty.rows.map(({ notice, ...place }) => ({
      ...place,
      code: 'told-nothing' as const,
      what: `notice ${notice} is about duties and tells of none`,
    })),
    ...lost.rows.map(({ notice, ...place }) => ({
      ...place,
      code: 'told-unnoticed' as const,
      what: `a duty stands as told by notice ${notice}, which is not there`,
    })),
  ]
}
