import { html } from 'hono/html'
import type { PersonId } from '../record/field.ts'
import { type Medicines, medicinesOn } from '../record/medicines.ts'
import { all, isAbout } from '../record/standing.ts'
import { capital } from './capital.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { warningText } from './kit/warning-text.ts'
import { allergiesHere } from './medicines/allergies.ts'
import { careKinds } from './medicines/has-care.ts'
import type { Drawing } from './medicines/owed-here.ts'
import { questionsHere } from './medicines/questions.ts'
import { resultsHere } from './medicines/results.ts'
import { ringFirst } from './medicines/ring-first.ts'
import { sickDayHere } from './medicines/sick-day.ts'
import { sideBySide } from './medicines/side-by-side.ts'
import { signedList } from './medicines/signed-list.ts'

/** The children with anything of care on the record; the child of the record always, and first. */
const childrenHere = ({ stands }: FamilyOnDay): readonly PersonId[] => {
  const [subject] = stands.subject
  const others = stands.children.filter(
    child => child !== subject && careKinds.some(kind => all(stands, kind).some(one => isAbout(stands, one, child))),
  )
  return [subject, ...others]
}

const section = (id: string, heading: string, body: Markup): Markup =>
  html`<section class="holdfast-care" aria-labelledby="${id}"><h3 id="${id}">${heading}</h3>${body}</section>`

interface Part {
  readonly id: string
  readonly heading: string
  readonly body: Markup
}

/** The page is long, and somebody on a telephone looks for one part of it. */
const contents = (parts: readonly Part[], name: string | undefined): Markup =>
  html`<nav class="holdfast-no-print" aria-label="${name === undefined ? 'On this page' : `On this page, for ${name}`}"><ul class="govuk-list">${parts.map(({ id, heading }) => html`<li><a class="govuk-link" href="#${id}">${heading}</a></li>`)}</ul></nav>`

/** After a death nothing is asked of anybody here, and nobody is told to ring. */
const hasDied = ({ stands, day }: FamilyOnDay, child: PersonId): boolean => {
  const death = stands.people.get(child)?.death
  return death !== undefined && death.day <= day
}

const checking = ({ look, child }: Drawing, { isOpen }: Medicines): Markup | '' =>
  isOpen && !hasDied(look, child)
    ? warningText({
        html: html`A dose is being checked. ${ringFirst({ look, child })} before anybody changes what they give.`,
        iconFallbackText: 'Take care',
      })
    : ''

const ofChild = (drawing: Drawing, at: number, named: boolean): Markup => {
  const { look, child } = drawing
  const medicines = medicinesOn(look.stands, child, look.day)
  const id = (name: string) => (at === 0 ? name : `${name}-${at + 1}`)
  const name = look.name(child)
  const parts: readonly Part[] = [
    { id: 'ill', heading: `When ${name} is ill`, body: sickDayHere(drawing) },
    { id: 'allergies', heading: 'Allergies', body: allergiesHere(drawing, medicines) },
    { id: 'list', heading: 'The signed list of medicines', body: signedList(drawing, medicines) },
    { id: 'said', heading: 'Every medicine, and who said what', body: sideBySide(drawing, medicines) },
    { id: 'results', heading: 'Results', body: resultsHere(drawing) },
    { id: 'questions', heading: 'What the parents asked', body: questionsHere(drawing) },
  ]
  return html`${named && html`<h2 class="holdfast-section">${capital(name)}</h2>`}
${checking(drawing, medicines)}
${contents(
  parts.map(one => ({ ...one, id: id(one.id) })),
  named ? name : undefined,
)}
${parts.map(({ id: own, heading, body }) => section(id(own), heading, body))}`
}

/**
 * Medicines, results and questions of each child: what to do on a sick day first, then the signed list, then every
 * prescriber's words beside those of the others. The page puts nothing together and says of no dose that it is right.
 */
export function medicinesPage({ look, live = false }: FamilyAsked): FamilyContent {
  const children = childrenHere(look)
  const named = children.length > 1
  const body = html`<h2 class="holdfast-section">Medicines, results and questions</h2>
${children.map((child, at) => ofChild({ look, child, live: live && !hasDied(look, child) }, at, named))}`
  return { title: 'Medicines, results and questions', here: 'medicines', body }
}
