import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { describedBy, type GroupOptions, group } from './form-group.ts'
import { type HintOptions, hint } from './hint.ts'
import { label } from './label.ts'
import { type Content, type Listed, type Markup, type Options, spaced, wording } from './markup.ts'

/** One answer to choose. */
export type Choice = Content &
  Options<{
    value: string | number
    id?: string
    checked?: boolean
    disabled?: boolean
    label?: Options<{ classes?: string; attributes?: Attributes }>
    hint?: HintOptions
    conditional?: { readonly html: Markup }
    attributes?: Attributes
  }>

/** A word between answers, such as "or". */
export type Divider = { readonly divider: string }

/** What radios and checkboxes have in common. */
export type ChoicesOptions<Item extends Choice> = GroupOptions &
  Options<{
    name: string
    idPrefix?: string
    items: readonly Listed<Item | Divider>[]
    classes?: string
    attributes?: Attributes
  }>

/** What tells radios from checkboxes. */
export type ChoicesKind<Item extends Choice> = {
  readonly type: 'radio' | 'checkbox'
  readonly block: 'govuk-radios' | 'govuk-checkboxes'
  readonly isChecked: (item: Item) => boolean
  readonly nameOf: (item: Item) => string
  readonly describedBy?: string | undefined
  readonly behaviourOf?: (item: Item) => string | undefined
}

/** Answers to choose from, one below the other, with help and error; radios and checkboxes are made of it. */
export function choices<Item extends Choice>(options: ChoicesOptions<Item>, kind: ChoicesKind<Item>): Markup {
  const prefix = options.idPrefix || options.name
  const described = describedBy(options, prefix, kind.describedBy)
  const items = options.items.map((item, place) => {
    if (!item) return ''
    if ('divider' in item) return html`<div class="${kind.block}__divider">${item.divider}</div>`
    const id = item.id || (place === 0 ? prefix : `${prefix}-${place + 1}`)
    return choice(item, id, kind, kind.type === 'checkbox' && !options.fieldset ? described : '')
  })
  const names = spaced(kind.block, options.classes)
  const body = html`<div class="${names}"${attributes(options.attributes)} data-module="${kind.block}">${items}</div>`
  return group(options, prefix, body, described)
}

function choice<Item extends Choice>(item: Item, id: string, kind: ChoicesKind<Item>, described: string): Markup {
  const { block } = kind
  const asked = label({
    ...words(item),
    ...item.label,
    classes: spaced(`${block}__label`, item.label?.classes),
    for: id,
  })
  return html`<div class="${block}__item">${inputElement(item, id, kind, described)}
  ${asked} ${itemHint(item, id, block)}</div>${conditional(item, id, kind)}`
}

function inputElement<Item extends Choice>(item: Item, id: string, kind: ChoicesKind<Item>, described: string): Markup {
  const own = html`class="${kind.block}__input" id="${id}" name="${kind.nameOf(item)}" type="${kind.type}" value="${item.value}"`
  const state = html`${attribute('checked', kind.isChecked(item))}${attribute('disabled', item.disabled)}`
  const controls = attribute('data-aria-controls', item.conditional?.html && `conditional-${id}`)
  const behaviour = attribute('data-behaviour', kind.behaviourOf?.(item))
  const ids = spaced(described, hasHint(item) && `${id}-item-hint`)
  return html`<input ${own}${state}${controls}${behaviour}${attribute('aria-describedby', ids)}${attributes(item.attributes)}>`
}

function words(item: Choice): Content {
  return item.html ? { html: item.html } : { text: item.text ?? '' }
}

function hasHint(item: Choice): boolean {
  return wording(item.hint) !== undefined
}

function itemHint(item: Choice, id: string, block: string): Markup | '' {
  if (!item.hint || !hasHint(item)) return ''
  return hint({ ...item.hint, id: `${id}-item-hint`, classes: spaced(`${block}__hint`, item.hint.classes) })
}

function conditional<Item extends Choice>(item: Item, id: string, kind: ChoicesKind<Item>): Markup | '' {
  if (!item.conditional?.html) return ''
  const hidden = !kind.isChecked(item) && `${kind.block}__conditional--hidden`
  const names = spaced(`${kind.block}__conditional`, hidden)
  return html`<div class="${names}" id="conditional-${id}">${item.conditional.html}</div>`
}
