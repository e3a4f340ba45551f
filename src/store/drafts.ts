import type { Moment } from '../calendar/day.ts'
import { type Asking, asRecorder } from './asking.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** Something typed that is no entry: only its author ever sees it, and it is gone after seven days. */
export interface Draft {
  readonly draft: string
  /** The address of the form that it belongs to. */
  readonly address: string
  readonly fields: readonly (readonly [string, string])[]
  /** Whether it was kept because the session had ended when it was sent. */
  readonly late: boolean
  readonly saved: Moment
}

const columns = `select draft, address, fields, late, saved from draft
  where partnership = $1 and practitioner = $2 and saved > $3::timestamptz - interval '7 days'`

const draftOf = (row: Omit<Draft, 'saved'> & { readonly saved: Date }): Draft => ({
  ...row,
  saved: row.saved.getTime() as Moment,
})

// Nothing typed is lost for a sign that cannot be kept, U+0000 or half of a pair; what is recorded from it is asked again.
const keepable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** Keeps what was typed, under its former name when it has one; gives the name. */
export const saveDraft = (
  store: Store,
  asking: Asking,
  { address, fields, late, draft = newId() }: Omit<Draft, 'draft' | 'saved'> & { readonly draft?: string },
): Promise<string> =>
  asRecorder(store, asking, async client => {
    const who = [asking.partnership, asking.practitioner, draft]
    await client.query('delete from draft where partnership = $1 and practitioner = $2 and draft = $3', who)
    await client.query(
      'insert into draft (partnership, practitioner, draft, address, fields, late, saved) values ($1, $2, $3, $4, $5, $6, $7)',
      [...who, address, JSON.stringify(fields.map(pair => pair.map(keepable))), late, new Date(store.now())],
    )
    return draft
  })

/** The drafts of a practitioner, newest first. */
export const readDrafts = (store: Store, asking: Asking): Promise<readonly Draft[]> =>
  asRecorder(store, asking, async client => {
    const { rows } = await client.query(`${columns} order by saved desc`, [
      asking.partnership,
      asking.practitioner,
      new Date(store.now()),
    ])
    return rows.map(draftOf)
  })

/** One draft of a practitioner's. */
export const findDraft = (store: Store, asking: Asking, draft: string): Promise<Draft | undefined> =>
  asRecorder(store, asking, async client => {
    const { rows } = await client.query(`${columns} and draft = $4`, [
      asking.partnership,
      asking.practitioner,
      new Date(store.now()),
      draft,
    ])
    return rows[0] === undefined ? undefined : draftOf(rows[0])
  })

/** Takes a draft away: it was sent, or its author does not want it any more. */
export const dropDraft = (store: Store, asking: Asking, draft: string): Promise<void> =>
  asRecorder(store, asking, async client => {
    await client.query('delete from draft where partnership = $1 and practitioner = $2 and draft = $3', [
      asking.partnership,
      asking.practitioner,
      draft,
    ])
  })
