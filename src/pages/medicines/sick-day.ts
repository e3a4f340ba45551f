import { html } from 'hono/html'
import { addMonths } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import { type SaidBackState, type SickDayPlanStanding, sickDayPlanOf } from '../../record/sick-day-plan.ts'
import { all, isAbout } from '../../record/standing.ts'
import { listed } from '../../record/wording.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { type StateTone, stateTag } from '../kit/state-tag.ts'
import { withNumbers } from '../ring.ts'
import { formWays } from './forms.ts'
import { type Drawing, owedLines } from './owed-here.ts'
import { whoAndWhen } from './side-by-side.ts'
import { whoHasIt } from './who-has-it.ts'

const saidBack: Record<SaidBackState, readonly [string, StateTone]> = {
  clear: ['said back by the parent', 'kept'],
  'not-clear': ['not clear to the parent yet', 'late'],
  'not-asked': ['not said back yet', 'due'],
}

const talk = (drawing: Drawing, { saidBack: state, saidBackIn }: SickDayPlanStanding): Markup => {
  const [words, tone] = saidBack[state]
  const { text } = saidBackIn?.kind === 'sick-day-plan-said-back' ? saidBackIn : {}
  return html`<p>${stateTag(words, tone)} ${saidBackIn && html`<span class="holdfast-quiet">${whoAndWhen(drawing, saidBackIn)}</span>`}</p>
${text && html`<blockquote class="holdfast-own-words">${text}</blockquote>`}`
}

const older = (drawing: Drawing, { older: plans }: SickDayPlanStanding): Markup | '' =>
  plans.length === 0
    ? ''
    : details({
        summaryText: `Plans before this one (${plans.length})`,
        html: html`${plans.map(one => html`<p class="holdfast-quiet">${whoAndWhen(drawing, one)}</p><p class="holdfast-steps">${one.steps}</p>`)}`,
      })

const plan = (drawing: Drawing, standing: SickDayPlanStanding): Markup => {
  const { steps, ring, day } = standing.plan
  return html`<p class="holdfast-steps">${steps}</p>
${ring && html`<p><strong>Ring:</strong> ${withNumbers(ring)}</p>`}
<p class="holdfast-quiet">Agreed on ${dayInWords(day)} by ${listed(standing.agreedBy.map(agencyInWords))}</p>
${talk(drawing, standing)}
${whoHasIt(drawing, standing)}
${older(drawing, standing)}`
}

/** What a parent was told by telephone that is not what the plan says (review 3.5). */
const otherAdvice = (drawing: Drawing): readonly Markup[] => {
  const { look, child } = drawing
  const given = all(look.stands, 'advice-given').filter(
    one =>
      one.contrary === true &&
      one.day <= look.day &&
      one.day > addMonths(look.day, -12) &&
      isAbout(look.stands, one, child),
  )
  return given.map(
    one =>
      html`<p><strong>Told something else than the plan says:</strong> ${one.said && html`“${one.said}”. `}${whoAndWhen(drawing, one)}</p>`,
  )
}

const rules = ['sick-day-plan-agreed', 'sick-day-plan-renewed', 'contrary-advice-reviewed'] as const

/** What to do when the child is ill, whether the parent can say it back, and who has it; urgent care sees the same at once. */
export const sickDayHere = (drawing: Drawing): Markup => {
  const { look, child } = drawing
  const standing = sickDayPlanOf(look.stands, child, look.day)
  const ways = formWays(drawing, [
    { text: standing === undefined ? 'Agree a plan' : 'Agree a new plan', kind: 'sick-day-plan' },
    ...(standing === undefined
      ? []
      : [{ text: 'Write down that a parent said it back', kind: 'sick-day-plan-said-back' } as const]),
  ])
  return html`${
    standing === undefined
      ? html`<p>No plan for sick days is written here. Once it is, ambulance, 111, emergency departments and the out-of-hours GP see it at once.</p>`
      : plan(drawing, standing)
  }
${otherAdvice(drawing)}
${owedLines(drawing, rules)}
${ways}`
}
