import { html } from 'hono/html'
import { valuesOf } from '../../intake/forms/form-values.ts'
import { addressFor } from '../../record/address-sure.ts'
import { shortName } from '../address.ts'
import type { Markup } from '../kit/markup.ts'
import { recordAddress } from '../record/asked-form.ts'
import type { CopyNow } from './copies.ts'
import type { TheMiss } from './the-miss.ts'

const decideForm = (miss: TheMiss, { to }: CopyNow, answer: 'send' | 'withhold'): string =>
  recordAddress(miss.look.family.id, {
    kind: 'copy-decided',
    values: valuesOf({
      ...{ child: [miss.child], appointment: miss.appointment.id, person: to.person ?? '', answer },
      // What is withheld from somebody is not to be read by them either.
      ...(answer === 'withhold' && to.person !== undefined ? { hiddenFrom: [to.person], because: 'safety' } : {}),
    }),
  })

/** The form that writes down that a copy was sent. */
export const sentForm = (miss: TheMiss, { recipient }: CopyNow): string =>
  recordAddress(miss.look.family.id, {
    kind: 'letter-sent',
    values: valuesOf({ child: [miss.child], about: miss.appointment.id, to: [recipient] }),
  })

const backForm = (miss: TheMiss, { recipient, sent }: CopyNow): string =>
  recordAddress(miss.look.family.id, {
    kind: 'letter-returned',
    values: valuesOf({ child: [miss.child], letter: sent?.root ?? '', about: miss.appointment.id, to: recipient }),
  })

const receivedForm = (miss: TheMiss, { recipient, sent }: CopyNow): string =>
  recordAddress(miss.look.family.id, {
    kind: 'acknowledged',
    values: valuesOf({ child: [miss.child], of: [sent?.root ?? ''], to: [recipient], way: 'letter' }),
  })

/** What would settle what holds a copy: who has parental responsibility, or where letters reach them. */
const settles = (miss: TheMiss, { to, held }: CopyNow): readonly (readonly [string, string])[] => {
  const { look, child } = miss
  if (to.person === undefined || held.length === 0) return []
  const { address, sure } = addressFor(look.stands, to.person, child, look.day)
  const form = (kind: 'relationship' | 'contact-details', values: Readonly<Record<string, string>>) =>
    recordAddress(look.family.id, { kind, values: valuesOf(values) })
  const is = look.stands.people.get(child)?.father === to.person ? 'father' : 'parent'
  return [
    ...(to.verified
      ? []
      : [[form('relationship', { person: to.person, is, of: child }), 'Write down who has responsibility'] as const]),
    ...(address !== undefined && sure
      ? []
      : [
          [form('contact-details', { person: to.person, settled: 'yes' }), 'Write down the address they gave'] as const,
        ]),
  ]
}

const link = (href: string, words: string, { name }: CopyNow): Markup =>
  html`<li><a class="govuk-link" href="${href}">${words}<span class="govuk-visually-hidden">, ${name}</span></a></li>`

/** The address of a copy as a page to print, or as a document. */
export const letterAddress = (miss: TheMiss, { named }: Pick<CopyNow, 'named'>, sort: 'page' | 'docx'): string => {
  const { look, appointment } = miss
  const name = shortName(look.family.id, appointment.id)
  return `${look.addresses.bare(`misses/${name}`)}/letters/${named}${sort === 'docx' ? '/docx' : ''}`
}

/** What can be done about a copy: its letter, and the forms of all that may become of it. */
export const waysOf = (miss: TheMiss, copy: CopyNow): readonly Markup[] => {
  const { sent, back, received, goes, to, decided, gate } = copy
  const isParent = to.person !== undefined
  return [
    ...(goes ? [link(letterAddress(miss, copy, 'page'), 'The letter', copy)] : []),
    ...(goes ? [link(letterAddress(miss, copy, 'docx'), 'As a document', copy)] : []),
    ...(goes ? [link(sentForm(miss, copy), sent === undefined ? 'It was sent' : 'It was sent again', copy)] : []),
    ...(sent !== undefined && back === undefined ? [link(backForm(miss, copy), 'It came back', copy)] : []),
    ...(sent !== undefined && received === undefined ? [link(receivedForm(miss, copy), 'It arrived', copy)] : []),
    ...(isParent && decided?.answer !== 'withhold'
      ? [link(decideForm(miss, copy, 'withhold'), 'Withhold it', copy)]
      : []),
    ...(isParent && !goes && gate.level !== 'nothing'
      ? [link(decideForm(miss, copy, 'send'), 'Decide that it goes', copy)]
      : []),
    ...(goes || decided !== undefined ? [] : settles(miss, copy).map(([href, words]) => link(href, words, copy))),
  ]
}
