import { isoDay, partsOf } from '../../calendar/day.ts'
import { shortDay } from '../../calendar/words.ts'
import { ownerInWords } from '../../duties/owner.ts'
import type { Entry } from '../../record/entry.ts'
import { headingOf } from '../../record/words.ts'
import { capital } from '../capital.ts'
import { escaped } from '../escape.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { dueInWords, sentenceOf, stateInWords } from '../owed.ts'
import { holderInWords, holderOn } from '../owner.ts'
import { laneName, laneOf } from './lanes.ts'
import { isMarked } from './marks.ts'
import type { Scale } from './scale.ts'
import { isWithin, type Thread } from './thread.ts'

/** A row of the table: an entry, and the threads that start from it. */
export interface Row {
  readonly entry: Entry
  readonly threads: readonly Thread[]
}

/** The same content as the picture, folded nowhere: every marked entry, and every entry from which a thread of it starts. */
export const rowsOf = (
  entries: readonly Entry[],
  threads: readonly Thread[],
  scale: Pick<Scale, 'from' | 'to' | 'end'>,
): readonly Row[] => {
  const starting = new Map<Entry, Thread[]>()
  for (const thread of threads) {
    if (!isWithin(thread, scale)) continue
    const held = starting.get(thread.start)
    if (held === undefined) starting.set(thread.start, [thread])
    else held.push(thread)
  }
  const rows: Row[] = []
  for (const entry of entries) {
    const own = starting.get(entry)
    if (own !== undefined || (entry.day >= scale.from && entry.day <= scale.to && isMarked(entry)))
      rows.push({ entry, threads: own ?? [] })
  }
  return rows
}

const heads = ['Day', 'Lane', 'What happened', 'What was owed because of it, and what became of it'] as const

const cell = (head: string, body: string): string => `<td class="govuk-table__cell" data-label="${head}">${body}</td>`

const whose = (thread: Thread, { stands, day }: FamilyOnDay): string => {
  const holder = holderInWords(holderOn(stands, thread.owing.duty, day), day)
  return holder === '' ? ownerInWords(thread.owing.duty) : `${ownerInWords(thread.owing.duty)} (${holder})`
}

const stateNames = { kept: 'kept', 'kept-late': 'kept', hangs: 'late', due: 'due', stopped: 'set-aside' } as const

const became = (thread: Thread, look: FamilyOnDay): string => {
  const { owing, promised, end } = thread
  const sort = promised ? 'somebody agreed it' : 'worked out by a rule'
  const tag = `<strong class="govuk-tag holdfast-state holdfast-state--${stateNames[end]}">${escaped(stateInWords(owing, look.day))}</strong>`
  return `<li><a class="govuk-link" href="${escaped(look.addresses.duty(owing.duty.key))}">${escaped(sentenceOf(owing.duty))}</a> ${tag}<span class="holdfast-quiet">${escaped(capital(whose(thread, look)))}; due ${dueInWords(owing.duty)}; ${sort}</span></li>`
}

const rowMarkup = ({ entry, threads }: Row, look: FamilyOnDay): string => {
  const { year } = partsOf(entry.day)
  const day = `<time datetime="${isoDay(entry.day)}">${shortDay(entry.day)} ${year}</time>`
  const what = `<a class="govuk-link" href="${escaped(look.addresses.entry(entry))}">${escaped(headingOf(entry, look.name))}</a>`
  const owed =
    threads.length === 0 ? '' : `<ul class="holdfast-became">${threads.map(one => became(one, look)).join('')}</ul>`
  return `<tr class="govuk-table__row">${cell('Day', day)}${cell('Lane', laneName(laneOf(entry)))}${cell('What happened', what)}${cell('What was owed', owed)}</tr>`
}

/** Rows of the table as markup; put together as a string, since a hundred rows are most of the work of the page. */
export const tableMarkup = (rows: readonly Row[], look: FamilyOnDay, caption: string): string => {
  const head = heads.map(text => `<th scope="col" class="govuk-table__header">${text}</th>`).join('')
  const body = rows.map(row => rowMarkup(row, look)).join('')
  return `<table class="govuk-table holdfast-threads-table" id="threads-table"><caption class="govuk-table__caption">${escaped(caption)}</caption><thead class="govuk-table__head"><tr class="govuk-table__row">${head}</tr></thead><tbody class="govuk-table__body">${body}</tbody></table>`
}
