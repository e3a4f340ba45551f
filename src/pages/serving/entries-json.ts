import { lineOf } from '../../intake/sheets/file-form.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { isMover } from '../../record/sight.ts'
import { isAboutPerson, personNamed } from '../chronology-filter.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { answerWrong } from '../guard.ts'
import { openFamily } from './family.ts'
import type { Served, Web } from './served.ts'

// An entry never changes, so that it is written once for everybody who may see it.
const written = new WeakMap<Entry, string>()

const textOf = (entry: Entry): string => {
  const text = written.get(entry) ?? JSON.stringify(lineOf(entry))
  written.set(entry, text)
  return text
}

const linesOf = (look: FamilyOnDay, child: PersonId | undefined): string => {
  const entries = look.stands.entries.filter(
    entry => !isMover(entry) && (child === undefined || isAboutPerson(look, entry, child)),
  )
  return `[${entries.map(textOf).join(',\n')}]`
}

// A look is one reader's own, and another as soon as anything of it changes: so is what was last asked of it.
const asked = new WeakMap<FamilyOnDay, { readonly child: PersonId | undefined; readonly text: string }>()

const lastAsked = (look: FamilyOnDay, child: PersonId | undefined): string => {
  const held = asked.get(look)
  if (held !== undefined && held.child === child) return held.text
  const text = linesOf(look, child)
  asked.set(look, { child, text })
  return text
}

/**
 * The entries of a record, or of one child in it, as lines of a chronology file in one JSON list: those that the visitor
 * may see, each in its latest version, in order of day. The child stands in the address by its short name.
 */
export const addEntriesJson = (web: Web, served: Served): void => {
  web.get('/families/:id/entries.json', async c => {
    const open = await openFamily(c, served, 'entries.json')
    if (open === undefined) return answerWrong(c, 'not-found')
    const named = c.req.query('child')
    const child = personNamed(open.look, named)
    if (named !== undefined && child === undefined) return answerWrong(c, 'not-found')
    return c.body(lastAsked(open.look, child), 200, { 'Content-Type': 'application/json' })
  })
}
