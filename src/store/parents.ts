import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import type { PersonId } from '../record/field.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** A language in which a parent's page can be read. */
export type ParentLanguage = 'en' | 'pl'

/** That a parent has, or had, a page of their own. */
export interface ParentAccess {
  readonly access: string
  readonly record: string
  readonly person: PersonId
  /** What is on the card. */
  readonly number: string
  readonly language: ParentLanguage
  readonly opened: Moment
  readonly openedBy: string
  readonly closed: Moment | undefined
  readonly closedBy: string | undefined
}

interface Row {
  readonly access: string
  readonly record: string
  readonly person: PersonId
  readonly number: string
  readonly language: ParentLanguage
  readonly opened: Date
  readonly opener: string
  readonly closed: Date | null
  readonly closed_by: string | null
}

const accessOf = (row: Row): ParentAccess => ({
  access: row.access,
  record: row.record,
  person: row.person,
  number: row.number,
  language: row.language,
  opened: row.opened.getTime() as Moment,
  openedBy: row.opener,
  closed: (row.closed?.getTime() ?? undefined) as Moment | undefined,
  closedBy: row.closed_by ?? undefined,
})

const ofRecord = `select a.*, coalesce(w.name, a.opened_by) as opener from parent_access a
  left join practitioner w on w.partnership = a.partnership and w.practitioner = a.opened_by
  where a.partnership = $1 and a.record = $2 order by a.opened, a.access`

/** The pages that parents of a family have or had, for a practitioner who may know of them. */
export const readParentAccess = (store: Store, asking: Asking, record: string): Promise<readonly ParentAccess[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(ofRecord, [asking.partnership, record])
    return rows.map(accessOf)
  })

/** What a code is good for: its hash, and until when. */
export interface NewCode {
  readonly code: Buffer
  readonly until: Moment
}

/** A new page for a parent. */
export interface NewAccess {
  readonly record: string
  readonly person: PersonId
  readonly number: string
  readonly language: ParentLanguage
}

const insertCode = (client: pg.ClientBase, at: Moment, partnership: number, access: string, { code, until }: NewCode) =>
  client.query('insert into parent_code (partnership, access, code, made, until) values ($1, $2, $3, $4, $5)', [
    ...[partnership, access, code, new Date(at), new Date(until)],
  ])

/** Gives a parent a page, with the code for the first time; nothing when they have one that is not closed. */
export const openParentAccess = (
  store: Store,
  asking: Asking,
  { record, person, number, language }: NewAccess,
  code: NewCode,
): Promise<string | undefined> =>
  asRecorder(store, asking, async client => {
    const access = newId()
    const at = store.now()
    const made = await client.query(
      `insert into parent_access (partnership, access, record, person, number, language, opened, opened_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [asking.partnership, access, record, person, number, language, new Date(at), asking.practitioner],
    )
    if (made.rowCount === 0) return undefined
    await insertCode(client, at, asking.partnership, access, code)
    return access
  })

const endSessions = `update parent_session set ended = $3 where partnership = $1 and access = $2 and ended is null`
const dropCodes = 'delete from parent_code where partnership = $1 and access = $2 and used is null'

/** A new code for a page that stands: the word is forgotten, older codes are good no more, and every device is closed. */
export const renewParentCode = (store: Store, partnership: number, access: string, code: NewCode): Promise<boolean> =>
  asRecorder(store, { partnership }, async client => {
    const held = await client.query(
      'select from parent_access where partnership = $1 and access = $2 and closed is null for update',
      [partnership, access],
    )
    if (held.rowCount === 0) return false
    const at = store.now()
    await client.query(dropCodes, [partnership, access])
    await client.query('delete from parent_secret where partnership = $1 and access = $2', [partnership, access])
    await client.query(endSessions, [partnership, access, new Date(at)])
    await insertCode(client, at, partnership, access, code)
    return true
  })

/** Closes the pages of a person of a family, or of all who have one: codes, words and devices go with them. Gives how many. */
export const closeParentAccess = (
  store: Store,
  partnership: number,
  {
    record,
    person,
    by,
  }: { readonly record: string; readonly person?: PersonId; readonly by: PractitionerId | 'parent' },
): Promise<number> =>
  asRecorder(store, { partnership }, async client => {
    const at = new Date(store.now())
    const { rows } = await client.query<{ access: string }>(
      `update parent_access set closed = $3, closed_by = $4 where partnership = $1 and record = $2 and closed is null
       and ($5::text is null or person = $5) returning access`,
      [partnership, record, at, by, person ?? null],
    )
    for (const { access } of rows) {
      await client.query(dropCodes, [partnership, access])
      await client.query('delete from parent_secret where partnership = $1 and access = $2', [partnership, access])
      await client.query(endSessions, [partnership, access, at])
    }
    return rows.length
  })

/** When a parent opened their page, for whoever answers for the record: by day, newest first. */
export interface ParentOpening {
  readonly person: PersonId
  readonly page: string
  readonly at: Moment
}

/** The last openings of a family's pages by parents; nothing for somebody who neither leads the family nor governance. */
export const readParentOpenings = (store: Store, asking: Asking, record: string): Promise<readonly ParentOpening[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<{ person: PersonId; page: string; at: Date }>(
      `select person, page, at from parent_opening where partnership = $1 and record = $2 order by opening desc limit 200`,
      [asking.partnership, record],
    )
    return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() as Moment }))
  })
