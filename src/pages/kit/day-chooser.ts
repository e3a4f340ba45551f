import { html } from 'hono/html'
import { button } from './button.ts'
import { input } from './input.ts'
import type { Markup, Options } from './markup.ts'

/** A choice of a day: by a slider over all days of a record, or typed. */
export type DayChooserOptions = Options<{
  /** The address that the form asks, without a query. */
  action: string
  /** The day at the slider's nought and the day shown, as 2018-09-01. */
  nought: string
  shown: string
  shownInWords: string
  /** How many days the slider goes over, and where it stands. */
  length: number
  at: number
  /** What stands in the field: the day in words, or what was typed wrongly. */
  typed: string
  problem?: string
  /** What else the address asks and is to be kept. */
  keep?: Readonly<Record<string, string>>
}>

/** A form for the day that a page shows. It works without a script: what was changed, slider or field, is what is asked. */
export function dayChooser(options: DayChooserOptions): Markup {
  const kept = Object.entries(options.keep ?? {})
  return html`<form class="holdfast-day holdfast-no-print" method="get" action="${options.action}" novalidate>
  ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  <input type="hidden" name="was" value="${options.shown}">
  ${options.length > 0 && slider(options)}
  ${typedDay(options)}
  ${button({ text: 'Show this day', classes: 'govuk-button--secondary' })}
</form>`
}

function slider({ nought, length, at, shownInWords }: DayChooserOptions): Markup {
  return html`<div class="holdfast-day__slider">
    <label for="slid" class="govuk-visually-hidden">Day, from the first to the last of this record</label>
    <input type="range" id="slid" name="slid" min="0" max="${length}" value="${at}" data-day-slider="${nought}" aria-valuetext="${shownInWords}" autocomplete="off">
    <output for="slid">${shownInWords}</output>
  </div>`
}

function typedDay({ typed, problem }: DayChooserOptions): Markup {
  return input({
    label: { text: 'As it was known on' },
    name: 'day',
    id: 'day',
    value: typed,
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: problem === undefined ? undefined : { text: problem },
  })
}
