import { html } from 'hono/html'
import { valuesOf } from '../../intake/forms/form-values.ts'
import type { Kind } from '../../record/entry.ts'
import type { Markup } from '../kit/markup.ts'
import { recordAddress } from '../record/asked-form.ts'
import type { Drawing } from './owed-here.ts'

/** A form that is one press away, filled in as far as the page knows. */
export interface FormWay {
  readonly text: string
  readonly kind: Kind
  readonly values?: Readonly<Record<string, string>>
  /** Said after it to whoever hears the page: of which medicine, of which test. */
  readonly of?: string
}

const link = ({ look, child }: Drawing, { text, kind, values = {}, of }: FormWay): Markup =>
  html`<a class="govuk-link" href="${recordAddress(look.family.id, { kind, values: valuesOf({ ...values, child: [child] }) })}">${text}${of !== undefined && html`<span class="govuk-visually-hidden">: ${of}</span>`}</a>`

/** Forms that are one press away; nothing for whoever only reads. */
export const formWays = (drawing: Drawing, ways: readonly FormWay[]): Markup | '' =>
  drawing.live && ways.length > 0
    ? html`<ul class="govuk-list holdfast-no-print">${ways.map(way => html`<li>${link(drawing, way)}</li>`)}</ul>`
    : ''
