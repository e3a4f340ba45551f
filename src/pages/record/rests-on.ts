import { html } from 'hono/html'
import { valuesOf } from '../../intake/forms/form-values.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import { all, type Picture } from '../../record/standing.ts'
import { entryInWords } from '../../record/words.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { recordAddress } from './asked-form.ts'

/** The field of a ground in which what an entry decided is named, and its id. */
type Names = readonly ['assessment' | 'decision' | 'plan', string]

/** What an entry decided, as a ground names it; nothing for an entry that decides nothing. */
const decidedIn = (stands: Picture, entry: Entry): Names | undefined => {
  switch (entry.kind) {
    case 'decision':
      return ['decision', entry.decision ?? entry.root]
    case 'strategy-discussion':
      return entry.outcome === undefined ? undefined : ['decision', entry.discussion ?? entry.root]
    case 'conference-held': {
      const conference = entry.conference ?? stands.conferences.find(one => one.held === entry)?.id
      return conference === undefined ? undefined : ['decision', conference]
    }
    case 'assessment-finished': {
      const assessment = entry.assessment ?? stands.assessments.find(one => one.finished === entry)?.id
      return assessment === undefined ? undefined : ['assessment', assessment]
    }
    case 'plan-started':
    case 'plan-ended': {
      const plan =
        entry.plan ?? stands.plans.find(one => one.started === entry || one.endings.some(end => end === entry))?.id
      return plan === undefined ? undefined : ['plan', plan]
    }
    default:
      return undefined
  }
}

const groundLink = ({ addresses, name }: FamilyOnDay, ground: EntryOf<'ground'>): Markup =>
  html`<li><a class="govuk-link" href="${addresses.entry(ground)}">${capital(entryInWords(ground, name))}</a></li>`

/**
 * Beside a decision, an assessment or a plan: what it rests on, and the way to say so. Kept as data, so that whatever
 * ends it opens the decision again.
 */
export const restsOnIt = (look: FamilyOnDay, entry: Entry, live: boolean): Markup | '' => {
  const decided = decidedIn(look.stands, entry)
  if (decided === undefined) return ''
  const [field, id] = decided
  const grounds = all(look.stands, 'ground').filter(one => one[field] === id)
  if (grounds.length === 0 && !live) return ''
  const values = valuesOf({ [field]: id, child: entry.child ?? [...look.stands.subject] })
  const address = recordAddress(look.family.id, { kind: 'ground', values })
  return html`<h3>What does this rest on?</h3>
${grounds.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${grounds.map(one => groundLink(look, one))}</ul>`}
${live && html`<p><a class="govuk-link" href="${address}">Say what it rests on</a>: where the child lives, who protects, what was tested, who agrees, what help is given. If that ends, the decision is opened again.</p>`}`
}
