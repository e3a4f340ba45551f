import { type Day, isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import type { Duty } from '../duties/rule.ts'
import { postValue } from '../intake/forms/read-form.ts'
import { typedDay } from '../intake/forms/typed-day.ts'
import type { Post } from '../people/practitioner.ts'
import { findTypedDay } from './asked-day.ts'
import type { Form, Problem } from './problem.ts'

/** What was typed in one of the two forms of a thing to do, as it was typed. */
export type Typed = { readonly [F in FormField]?: string }

/** The fields of the two forms: when and where it is done, why it is set aside, as which post, for which children. */
type FormField = 'when' | 'where' | 'reason' | 'as-post' | 'for'

/** What is to be mended in a form. */
export interface ToMend {
  readonly problems: readonly Problem[]
}

const longest = 2000
/** What stands in the fields of a form, as it was typed. */
export const typedIn = (form: Form, names: readonly FormField[]): Typed =>
  Object.fromEntries(names.map(name => [name, (form(name) ?? '').trim().slice(0, longest)]))

const problemWithDay = (text: string, day: Day | undefined, { since }: Duty, today: Day): string | undefined => {
  if (text === '') return 'Write the day on which it was done, such as 14 May 2019'
  if (day === undefined) return `${text.slice(0, 40)} is not a day: write it as 14 May 2019, or yesterday`
  if (day > today) return `${dayInWords(day)} has not come yet: write the day on which it was done`
  return day < since
    ? `It is owed since ${dayInWords(since)}: what was done before that day does not count for it`
    : undefined
}

/** Reads the form that says when something was done and where that is recorded. */
export const readDone = (
  form: Form,
  duty: Duty,
  today: Day,
): { readonly done: string; readonly where: string } | ToMend => {
  const typed = typedIn(form, ['when', 'where'])
  const { when = '', where = '' } = typed
  const day = findTypedDay(typedDay(when, today))
  const wrong = problemWithDay(when, day, duty, today)
  const problems: readonly (Problem | false)[] = [
    wrong !== undefined && { field: 'when', what: wrong },
    where === '' && { field: 'where', what: 'Write where it is recorded: the system, and a reference if there is one' },
  ]
  const found = problems.filter(one => one !== false)
  return found.length > 0 || day === undefined ? { problems: found } : { done: isoDay(day), where }
}

/** The post in which somebody signs: their only one, or the one that they chose. */
const postIn = (typed: Typed, posts: readonly Post[]): Post | undefined =>
  posts.length === 1 ? posts[0] : posts.find(post => postValue(post) === typed['as-post'])

/** Reads the form that sets something aside; whoever signs second may leave the reason to the first. */
export const readSetAside = (
  form: Form,
  posts: readonly Post[],
  firstReason?: string,
): { readonly reason: string; readonly post: Post } | ToMend => {
  const typed = typedIn(form, ['reason', 'as-post'])
  const reason = typed.reason || firstReason || ''
  const post = postIn(typed, posts)
  const problems: readonly (Problem | false)[] = [
    post === undefined && { field: 'as-post', what: 'Choose as which of your posts you sign' },
    reason === '' && {
      field: 'reason',
      what: 'Write why it is set aside: everybody who may see this thing to do can read it',
    },
  ]
  const found = problems.filter(one => one !== false)
  return found.length > 0 || post === undefined ? { problems: found } : { reason, post }
}
