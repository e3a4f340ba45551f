import { html } from 'hono/html'
import { findRule } from '../intake/forms/settle-rules.ts'
import { insetText } from './kit/inset-text.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { table } from './kit/table.ts'
import { changeHeads, changeRows } from './rule.ts'
import { type RulesLook, ruleAddress, rulesAddress } from './rules.ts'
import { scrolled } from './scrolled.ts'

/** Every limit that a partnership has set, by rule: from when, who set it and why. */
export function limitsPage(look: RulesLook): Markup {
  const title = 'Limits that this partnership has set'
  const set = [...look.settings.limits].flatMap(([name, changes]) => {
    const rule = findRule(name)
    return rule === undefined || rule.label === 'statutory' ? [] : [{ rule, changes }]
  })
  const sections = set.map(
    ({ rule, changes }) => html`<section><h2><a class="govuk-link" href="${ruleAddress(rule)}">${rule.says}</a></h2>
${scrolled(rule.says, table({ caption: 'Its limits here', captionClasses: 'govuk-visually-hidden', head: changeHeads, rows: changeRows(changes) }))}</section>`,
  )
  const none = insetText({
    text: 'None yet: every limit is that of Holdfast. On the page of a rule whose clock is local, the partnership executive or the information-governance lead can set another.',
  })
  const body = html`<p class="holdfast-no-print"><a class="govuk-link" href="${rulesAddress}">All rules</a></p>
<h1>${title}</h1>
<p>A thing to do keeps the limit that held on the day on which its clock started.</p>
${sections.length === 0 ? none : sections}`
  return layout({ ...look.around, title, body, wide: true, here: rulesAddress })
}
