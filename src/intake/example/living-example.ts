import { addDays, type Day, getDay, weekday } from '../../calendar/day.ts'
import type { Entry } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import type { ExampleFile } from './example-files.ts'
import { type Line, movedBy } from './moved-by.ts'

/** The example partnership as it stands on a day: lines to be read as entries, a list for each family. */
export interface LivingExample {
  readonly families: readonly ExampleFile[]
  /** What the agencies keep: posts, leavers, absence and cover. */
  readonly agencies: readonly Line[]
}

/** The file of the example case, the one of the review. */
export const caseOfTheReview = '01'

const partnership = 'partnership'

/** What lies ahead of the example case on its living Monday. Its own story, told to the end elsewhere, has none of it. */
const aheadOfCase = `${caseOfTheReview}-ahead`

/** The day on which the other families and their partnership stand as they are written. */
const writtenFor = getDay('2026-11-20')

const findEntry = (line: Line): Entry | undefined => {
  const read = readEntry(line)
  return 'entry' in read ? read.entry : undefined
}

/** The last Monday before a day; on a Monday, the one a week ago. */
const mondayBefore = (today: Day): Day => addDays(today, -(((weekday(today) + 5) % 7) + 1))

const wholeWeeks = (from: Day, to: Day): number => Math.floor((to - from) / 7)

const lastStrategyDiscussion = (lines: readonly Line[]): Day => {
  const days = lines.flatMap(line => {
    const entry = findEntry(line)
    return entry?.kind === 'strategy-discussion' ? [entry.day] : []
  })
  if (days.length === 0) throw new Error('the example case has no strategy discussion')
  return Math.max(...days) as Day
}

/** A line that cannot be read stays, so that whoever reads it can say so. */
const hasHappened = (line: Line, by: Day): boolean => {
  const entry = findEntry(line)
  return entry === undefined || (entry.day <= by && entry.written <= by)
}

/** The case up to the day on which a conference was decided, and that day is the last Monday: what follows can still be done. */
const livingCase = ({ name, lines }: ExampleFile, ahead: readonly Line[], today: Day): ExampleFile => {
  const monday = mondayBefore(today)
  const weeks = wholeWeeks(lastStrategyDiscussion(lines), monday)
  const moved = [...lines, ...ahead].map(line => movedBy(line, weeks))
  return { name, lines: moved.filter(line => hasHappened(line, monday)) }
}

const livingFile = (file: ExampleFile, ahead: readonly Line[], today: Day): ExampleFile =>
  file.name === caseOfTheReview
    ? livingCase(file, ahead, today)
    : { name: file.name, lines: file.lines.map(line => movedBy(line, wholeWeeks(writtenFor, today))) }

/**
 * The examples as if they were happening now, moved by whole weeks: the case of the review up to its last strategy
 * discussion, which was on the last Monday before today; the other families up to today or a few days ago.
 */
export const livingExample = (files: readonly ExampleFile[], today: Day): LivingExample => {
  const ahead = files.find(({ name }) => name === aheadOfCase)?.lines ?? []
  const living = files.filter(({ name }) => name !== aheadOfCase).map(file => livingFile(file, ahead, today))
  return {
    families: living.filter(file => file.name !== partnership),
    agencies: living.find(file => file.name === partnership)?.lines ?? [],
  }
}
