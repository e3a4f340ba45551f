import { html } from 'hono/html'
import { addDays, type Day, weekday } from '../../calendar/day.ts'
import { dayInWords, dayWithWeekday } from '../../calendar/words.ts'
import type { ChangeAsked, Planned, Transport } from '../../record/planned.ts'
import { plain } from '../../record/wording.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { type SummaryAction, type SummaryRow, summaryList } from '../kit/summary-list.ts'
import { formFor, placeOf, timeOf, whoseOf } from './said.ts'

/** How it stands with getting there; that it is arranged is said only when somebody wrote that it is. */
export const transportWords: Record<Transport, string> = {
  arranged: 'Arranged',
  needed: 'Needed, and not arranged yet',
  'not-wanted': 'Offered, and not wanted',
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

const answerOf = ({ answer }: ChangeAsked): string => {
  if (answer === undefined) return 'no answer yet'
  return answer.kind === 'change-answered' ? plain(answer.answer) : 'moved'
}

const asked = (change: ChangeAsked): string =>
  `${capital(plain(change.asked.wanted ?? 'another-day'))}, asked on ${dayInWords(change.asked.day)}: ${answerOf(change)}`

const row = (key: string, value: string | undefined): readonly SummaryRow[] =>
  value === undefined ? [] : [{ key: { text: key }, value: { text: value } }]

const interpreterWords = { booked: 'Booked', 'not-booked': 'Needed, and not booked as far as is recorded' } as const

const rowsOf = (look: FamilyOnDay, one: Planned): readonly SummaryRow[] => [
  ...row('Whose', capital(whoseOf(look, one))),
  ...row('What for', one.purpose),
  ...row('Why it matters', one.matters),
  ...row('Getting there', one.transport && transportWords[one.transport]),
  ...row('Interpreter', one.interpreter && interpreterWords[one.interpreter]),
  ...row('Who comes along', one.along.length === 0 ? undefined : one.along.map(({ who }) => who).join(', ')),
  ...row('Asked of the clinic', one.change && asked(one.change)),
]

/** What can be written of an appointment ahead, each form one press away. */
const formsOf = (look: FamilyOnDay, one: Planned): readonly SummaryAction[] => [
  one.transport === undefined || one.transport === 'arranged'
    ? { text: 'It is hard to come', href: formFor(look, 'barrier-reported', one, { barrier: 'no-transport' }) }
    : { text: 'Help arranged', href: formFor(look, 'help-arranged', one, { barrier: 'no-transport' }) },
  { text: 'Somebody comes along', href: formFor(look, 'coming-along', one) },
  one.change === undefined || one.change.answer !== undefined
    ? {
        text: 'Ask for a change',
        href: formFor(look, 'change-asked', one, { wanted: 'another-day', to: one.appointment.agency }),
      }
    : { text: 'The clinic answered', href: formFor(look, 'change-answered', one) },
  { text: 'It was moved', href: formFor(look, 'appointment-moved', one) },
]

const card =
  (look: FamilyOnDay, live: boolean) =>
  (one: Planned): Markup =>
    summaryList({
      card: {
        title: { text: `${dayWithWeekday(one.day)}, ${timeOf(one)}: ${placeOf(one)}`, headingLevel: 3 },
        ...(live ? { actions: { items: formsOf(look, one), classes: 'holdfast-no-print' } } : {}),
      },
      rows: rowsOf(look, one),
    })

/** All that lies ahead by week, each appointment with what a family plans it by and with its forms. */
export const byWeek = (look: FamilyOnDay, planned: readonly Planned[], live: boolean): Markup => {
  const weeks = [...Map.groupBy(planned, ({ day }) => mondayOf(day))]
  return html`${weeks.map(
    ([monday, own]) => html`<section aria-labelledby="week-${monday}">
<h2 class="holdfast-section" id="week-${monday}">Week of ${dayInWords(monday)}</h2>
${own.map(card(look, live))}
</section>`,
  )}`
}
