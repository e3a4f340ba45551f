import type { EntryOf } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { picture } from '../../record/picture.ts'
import { all } from '../../record/standing.ts'
import { hashOfCode, newParentCode, newParentNumber } from '../../sharing/parent-sign-in.ts'
import { asRecorder } from '../../store/asking.ts'
import { openParentAccess } from '../../store/parents.ts'
import { recordNow } from '../../store/record-now.ts'
import type { Store } from '../../store/store.ts'

/** An invented parent whose own page anybody may open. */
export interface ExampleParentVisitor {
  readonly id: string
  readonly partnership: number
  readonly access: string
  /** Leah Ellis, Maya’s mother. */
  readonly name: string
}

const first = (name: string | undefined): string => name?.split(' ')[0] ?? ''

const isOpen = (opened: readonly EntryOf<'parent-page-opened'>[], closed: readonly EntryOf<'parent-page-closed'>[]) =>
  opened.filter(one => !closed.some(other => other.person === one.person && other.day >= one.day))

/** Gives a page to every parent of an example of whom the record says that they have one; somebody of the example gave it. */
export const openExampleParents = async (store: Store, partnership: number, record: string): Promise<void> => {
  const whole = await recordNow(store, partnership, record)
  const [practitioner] = whole?.practitioners ?? []
  if (whole === undefined || practitioner === undefined) return
  const given = isOpen(all(whole.stands, 'parent-page-opened'), all(whole.stands, 'parent-page-closed'))
  for (const { person, author } of given) {
    const giver = whole.practitioners.find(one => author?.startsWith(one.name)) ?? practitioner
    // Nobody is given this code: the page of an invented parent opens by one press.
    const code = { code: hashOfCode(newParentCode()), until: store.now() }
    const asking = { partnership, practitioner: giver.id }
    await openParentAccess(store, asking, { record, person, number: newParentNumber(), language: 'en' }, code)
  }
}

interface Row {
  readonly access: string
  readonly record: string
  readonly person: PersonId
}

const nameOf = async (store: Store, partnership: number, { record, person }: Row): Promise<string> => {
  const whole = await recordNow(store, partnership, record)
  const stands = whole?.stands ?? picture([])
  const bond = all(stands, 'relationship').find(one => one.person === person && stands.children.includes(one.of))
  const child = bond === undefined ? '' : `, ${first(stands.people.get(bond.of)?.name)}’s ${bond.is}`
  return `${stands.people.get(person)?.name ?? person}${child}`
}

/** The invented parents who have a page, as the page of signing in shows them. */
export const exampleParents = async (store: Store, partnership: number): Promise<readonly ExampleParentVisitor[]> => {
  const rows = await asRecorder(store, { partnership }, async client => {
    const found = await client.query<Row>(
      'select access, record, person from parent_access where partnership = $1 and closed is null order by opened, access',
      [partnership],
    )
    return found.rows
  })
  const each: ExampleParentVisitor[] = []
  for (const row of rows)
    each.push({ id: row.access, partnership, access: row.access, name: await nameOf(store, partnership, row) })
  return each
}
