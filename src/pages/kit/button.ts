import { html, raw } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of a button; with `href` it is a link that looks like one. */
export type ButtonOptions = Content &
  Options<{
    type?: 'submit' | 'button' | 'reset'
    name?: string
    value?: string
    href?: string
    id?: string
    classes?: string
    disabled?: boolean
    isStartButton?: boolean
    preventDoubleClick?: boolean
    attributes?: Attributes
  }>

const startIcon = raw(
  `<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
  </svg>`,
)

/** A button, or a link dressed as one. */
export function button(options: ButtonOptions): Markup {
  return options.href ? linkButton(options, options.href) : formButton(options)
}

function linkButton(options: ButtonOptions, href: string): Markup {
  return html`<a href="${href}" role="button" draggable="false"${shared(options)}>
  ${face(options)}
</a>`
}

function formButton(options: ButtonOptions): Markup {
  const { type, value, name, disabled, preventDoubleClick: once } = options
  const pressing = html`${attribute('value', value)}${attribute('name', name)}${disabled ? raw(' disabled aria-disabled="true"') : ''}`
  return html`<button type="${type || 'submit'}"${pressing}${attribute('data-prevent-double-click', once?.toString())}${shared(options)}>
  ${face(options)}
</button>`
}

function shared(options: ButtonOptions): Markup {
  const names = spaced('govuk-button', options.classes, options.isStartButton && 'govuk-button--start')
  return html` class="${names}" data-module="govuk-button"${attributes(options.attributes)}${attribute('id', options.id)}`
}

// A start button lays its children out in a row, which swallows the spaces between bare words and elements.
function face(options: ButtonOptions): Markup {
  if (!options.isStartButton) return html`${wording(options)}`
  return html`${options.html ? html`<span>${options.html}</span>` : options.text} ${startIcon}`
}
