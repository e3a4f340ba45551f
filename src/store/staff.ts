import type pg from 'pg'
import { type Day, findDay } from '../calendar/day.ts'
import type { Kin, Post, Practitioner, PractitionerId } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** Everybody who works in a partnership, and which edition of that list this is. */
export interface Staff {
  readonly edition: number
  readonly practitioners: readonly Practitioner[]
}

interface KinRow {
  readonly nhs: string | null
  readonly name: string | null
  readonly born: string | null
}

interface Row {
  readonly practitioner: PractitionerId
  readonly name: string
  readonly posts: readonly { readonly agency: Agency; readonly role: Role }[] | null
  readonly kin: readonly KinRow[] | null
  readonly system: boolean
}

/** Kin as the program holds them. */
export const kinOf = ({ nhs, name, born }: KinRow): Kin => {
  const day: Day | undefined = born === null ? undefined : findDay(born)
  return {
    ...(nhs === null ? {} : { nhs }),
    ...(name === null ? {} : { name }),
    ...(day === undefined ? {} : { born: day }),
  }
}

const practitionerOf = ({ practitioner, name, posts, kin, system }: Row): Practitioner => ({
  id: practitioner,
  name,
  posts: (posts ?? []) as readonly Post[],
  kin: (kin ?? []).map(kinOf),
  ...(system ? { system } : {}),
})

const everybody = `
  select p.practitioner, p.name,
    (select jsonb_agg(jsonb_build_object('agency', o.agency, 'role', o.role) order by o.agency, o.role) from post o
      where o.partnership = p.partnership and o.practitioner = p.practitioner) as posts,
    (select jsonb_agg(jsonb_build_object('nhs', k.nhs, 'name', k.name, 'born', k.born)) from kin k
      where k.partnership = p.partnership and k.practitioner = p.practitioner) as kin,
    exists (select from system_client c where c.partnership = p.partnership and c.practitioner = p.practitioner) as system
  from practitioner p where p.partnership = $1 and p.ended is null order by p.practitioner`

/** Everybody who works in a partnership now. */
export const readStaff = async (client: pg.ClientBase, partnership: number): Promise<Staff> => {
  const edition = await client.query<{ staff: number }>('select staff from partnership where partnership = $1', [
    partnership,
  ])
  const { rows } = await client.query<Row>(everybody, [partnership])
  return { edition: edition.rows[0]?.staff ?? 0, practitioners: rows.map(practitionerOf) }
}

const edition = { name: 'staff-edition', text: 'select staff from partnership where partnership = $1' }

/** Everybody who works in a partnership now: the same list as long as nobody came, went or changed posts. */
export const staffNow = async (store: Store, partnership: number): Promise<Staff> => {
  const held = store.shelf.staff.get(partnership)
  const { rows } = await store.recorder.query<{ staff: number }>({ ...edition, values: [partnership] })
  if (held !== undefined && held.edition === rows[0]?.staff) return held
  const staff = await asRecorder(store, { partnership }, client => readStaff(client, partnership))
  store.shelf.staff.set(partnership, staff)
  return staff
}
