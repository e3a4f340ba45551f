import { html } from 'hono/html'
import { isoDay } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import { isTold, type ResultStanding, resultsOf } from '../../record/results.ts'
import { capital } from '../capital.ts'
import type { Markup } from '../kit/markup.ts'
import { stateTag } from '../kit/state-tag.ts'
import { type FormWay, formWays } from './forms.ts'
import { type Drawing, owedLines } from './owed-here.ts'

interface Step {
  readonly name: string
  readonly entry: Entry | undefined
  /** What stands there while there is no entry. */
  readonly none: string
  /** What the entry says beyond its day. */
  readonly words?: string | undefined
}

const stepsOf = ({ asked, back, read, told, understood, notUnderstood }: ResultStanding): readonly Step[] => [
  { name: 'Asked for', entry: asked, none: '' },
  { name: 'Back', entry: back, none: told === undefined ? 'Not yet' : 'Not written down' },
  {
    name: 'Read by a clinician',
    entry: read,
    none: told === undefined ? 'Not yet' : 'Not written down',
    words: read?.means,
  },
  { name: 'Told to the parent', entry: told, none: 'Not yet' },
  {
    ...{ name: 'Understood', entry: understood },
    none: notUnderstood === undefined ? 'Not written down' : 'Not understood: tell it again, in other words',
  },
]

const who = (entry: Entry): string => capital(entry.author ?? agencyInWords(entry.by))

const step = ({ look }: Drawing, { name, entry, none, words }: Step): Markup =>
  entry === undefined
    ? html`<li><strong>${name}</strong><br>${none}</li>`
    : html`<li class="holdfast-result-step--done"><strong>${name}</strong><br><a class="govuk-link" href="${look.addresses.entry(entry)}"><time datetime="${isoDay(entry.day)}">${dayInWords(entry.day)}</time></a><br><span class="holdfast-quiet">${who(entry)}</span>${words && html`<br>${words}`}</li>`

/** The next step of a result, and telling it, which never waits for a step that nobody wrote down. */
const waysOf = (one: ResultStanding): readonly FormWay[] => {
  const of = { values: { result: one.id }, of: one.test ?? 'a result' }
  const back: FormWay = { text: 'It is back', kind: 'result-back', ...of }
  const read: FormWay = { text: 'A clinician read it', kind: 'result-read', ...of }
  const told: FormWay = { text: 'The parent was told it', kind: 'result-told', ...of }
  if (isTold(one)) return one.understood === undefined ? [{ ...told, text: 'It was told again, and understood' }] : []
  return [...((one.back ?? one.read ?? one.told) ? [] : [back]), ...((one.read ?? one.told) ? [] : [read]), told]
}

const result = (drawing: Drawing, one: ResultStanding): Markup => html`<div class="holdfast-result">
<h4>${capital(one.test ?? 'A test')}${one.urgent && html` ${stateTag('urgent', 'due')}`}</h4>
<p class="holdfast-quiet">${capital(agencyInWords(one.agency))} asked for it, and owes the parent the result.</p>
<ol class="holdfast-result-steps">${stepsOf(one).map(each => step(drawing, each))}</ol>
${owedLines(drawing, ['result-told'], one.id)}
${formWays(drawing, waysOf(one))}
</div>`

/** Every test of a child and where its result is: asked for, back, read, told, understood. */
export const resultsHere = (drawing: Drawing): Markup => {
  const results = resultsOf(drawing.look.stands, drawing.child, drawing.look.day)
  const add = formWays(drawing, [{ text: 'Write down a test whose result is awaited', kind: 'result-awaited' }])
  return results.length === 0
    ? html`<p>No test is on the record. One stands here from the day it is written down, until the parent was told its result.</p>${add}`
    : html`${results.map(one => result(drawing, one))}${add}`
}
