import { html } from 'hono/html'
import { button } from '../kit/button.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { textarea } from '../kit/textarea.ts'
import { type Problem, problemAt, problemSummary } from '../problem.ts'
import { type MyAround, myLayout } from './layout.ts'
import { type MyWords, wordsIn } from './words.ts'

/** What a parent can write, each by a form of its own. */
export type MyFormName = 'cannot-come' | 'another-day' | 'help' | 'wrong' | 'medicine' | 'write'

/** A form of a parent's: what it is about, what was typed, and what is to be mended. */
export type MyFormAsked = Options<{
  around: MyAround
  form: MyFormName
  /** The one-time key: sent twice, it is written once. */
  key: string
  /** What it is about, in words of the page; nothing for one's own words. */
  about?: Markup
  /** The fields that it sends back as they were. */
  keeps?: Readonly<Record<string, string>>
  /** What can be chosen, where something is. */
  choices?: readonly { readonly value: string; readonly text: string }[]
  chosen?: string
  text?: string
  problem?: 'empty' | 'reason' | 'long'
}>

interface FormWords {
  readonly title: string
  readonly happens: readonly string[]
  readonly choose: string
  readonly label: string
  readonly send: string
}

const formWords = (words: MyWords): Readonly<Record<MyFormName, FormWords>> => ({
  'cannot-come': {
    title: words.cannotTitle,
    happens: words.cannotHappens,
    choose: words.whyNot,
    label: words.moreWords,
    send: words.send,
  },
  'another-day': {
    title: words.anotherDay,
    happens: words.anotherHappens,
    choose: words.whyNot,
    label: words.moreWords,
    send: words.sendDay,
  },
  help: {
    title: words.needHelp,
    happens: words.helpHappens,
    choose: words.whyNot,
    label: words.moreWords,
    send: words.sendHelp,
  },
  wrong: {
    title: words.wrongTitle,
    happens: words.wrongHappens,
    choose: '',
    label: words.wrongLabel,
    send: words.send,
  },
  medicine: {
    title: words.medicineTitle,
    happens: words.medicineHappens,
    choose: words.which,
    label: words.medicineLabel,
    send: words.send,
  },
  write: {
    title: words.writeTitle,
    happens: words.writeHappens,
    choose: words.writeWhich,
    label: words.writeLabel,
    send: words.send,
  },
})

const problemOf = (words: MyWords, problem: MyFormAsked['problem']): readonly Problem[] =>
  problem === undefined ? [] : [{ field: problem === 'reason' ? 'choice' : 'text', what: words.problems[problem] }]

const chooser = ({ choices, chosen }: MyFormAsked, legend: string, found: readonly Problem[]): Markup | '' =>
  choices === undefined
    ? ''
    : radios({
        name: 'choice',
        idPrefix: 'choice',
        value: chosen,
        fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
        errorMessage: problemAt(found, 'choice'),
        items: choices,
      })

/** A form of a parent's. Before anything can be pressed the page says what pressing does. */
export const myFormPage = (asked: MyFormAsked): Markup => {
  const { around, form, about, keeps = {}, text, key } = asked
  const words = wordsIn(around.language)
  const own = formWords(words)[form]
  const found = problemOf(words, asked.problem)
  const body = html`${problemSummary(found, words.problems.mend)}
<p><a class="govuk-back-link" href="/my">${words.back}</a></p>
<h1>${own.title}</h1>
${about && html`<p>${about}</p>`}
<form method="post" action="/my/${form}" novalidate>${csrfField(around.csrf)}${hidden('key', key)}
${Object.entries(keeps).map(([name, value]) => hidden(name, value))}
${chooser(asked, own.choose, found)}
${textarea({ label: { text: own.label, classes: 'govuk-label--s' }, id: 'text', name: 'text', value: text, rows: 4, errorMessage: problemAt(found, 'text') })}
<h2>${words.whatHappens}</h2>
<ul class="govuk-list govuk-list--bullet">${own.happens.map(one => html`<li>${one}</li>`)}</ul>
${button({ text: own.send, preventDoubleClick: true })}
</form>`
  return myLayout(around, body, found.length > 0)
}
