import type { Moment } from '../../calendar/day.ts'
import { isoMoment } from '../../calendar/moment.ts'
import { ownControls } from '../../intake/forms/form-values.ts'
import { authorOf, postValue } from '../../intake/forms/read-form.ts'
import { typedAudience } from '../../intake/forms/typed-agency.ts'
import type { Post, Practitioner } from '../../people/practitioner.ts'
import { plainName, stop } from '../../record/medicine-standing.ts'
import type { Form, Problem } from '../problem.ts'
import { type Agreeing, type AgreeLine, anotherRows, answers, type Offered, signingPosts } from './agree.ts'

type Line = Readonly<Record<string, string | readonly string[]>>

/** What a form says of one line: the id of the entry that stands on the list, with what must be written first. */
interface Taken {
  readonly on?: string
  /** What stood there in other words, and was looked at. */
  readonly instead?: readonly string[]
  readonly write?: Line
  readonly problem?: Problem
}

interface Signing {
  readonly form: Form
  readonly key: string
  readonly frame: Line
}

const newWords = ({ key, frame }: Signing, at: number, medicine: string, dose: string): Taken => {
  const id = `instruction-${at + 1}-${key}`
  return { on: id, write: { ...frame, kind: 'instruction', id, medicine, dose } }
}

const insteadOf = ({ offered }: AgreeLine, chosen: Offered | undefined): readonly string[] =>
  offered.filter(one => one.standing && one !== chosen).map(one => one.entry.id)

const taken = (line: AgreeLine, at: number, signing: Signing): Taken => {
  const { form, frame } = signing
  const answer = form(line.name)
  const shown = form(`${line.name}-shown`)
  const { medicine, name: field } = line
  if (shown !== line.shown)
    return { problem: { field, what: `Something was said of ${medicine} since you opened this: look at it again` } }
  if (answer === answers.off) return {}
  if (answer === answers.stopped)
    return {
      write: { ...frame, kind: 'instruction-settled', id: `settled-${at + 1}-${signing.key}`, medicine, dose: stop },
    }
  if (answer === answers.other) {
    const words = (form(`${field}-words`) ?? '').trim()
    return words === ''
      ? { problem: { field: `${field}-words`, what: `Write how ${medicine} is given` } }
      : { ...newWords(signing, at, medicine, words), instead: insteadOf(line, undefined) }
  }
  const chosen = line.offered.find(one => one.value === answer)
  return chosen === undefined
    ? { problem: { field, what: `Say what stands on the list for ${medicine}` } }
    : { on: chosen.entry.id, instead: insteadOf(line, chosen) }
}

const added = (name: string, at: number, lines: readonly AgreeLine[], signing: Signing): Taken => {
  const [medicine = '', words = ''] = ['medicine', 'words'].map(end => (signing.form(`${name}-${end}`) ?? '').trim())
  if (medicine === '' && words === '') return {}
  if (medicine === '') return { problem: { field: `${name}-medicine`, what: 'Write which medicine' } }
  if (words === '') return { problem: { field: `${name}-words`, what: `Write how ${medicine} is given` } }
  if (lines.some(line => plainName(line.medicine) === plainName(medicine)))
    return { problem: { field: `${name}-medicine`, what: `${medicine} stands above: confirm it there` } }
  return newWords(signing, lines.length + at, medicine, words)
}

/** What a form holds: one text of a field, and every text of one that is ticked. */
export interface Filled {
  readonly one: Form
  readonly all: (name: string) => readonly string[]
}

const toWhom = ({ one, all }: Filled, { recipients }: Agreeing): readonly string[] => [
  ...all('to').filter(value => recipients.some(known => known.value === value)),
  ...(one('to-other') ?? '').split(';').flatMap(text => (text.trim() === '' ? [] : [typedAudience(text.trim())])),
]

/** The name under which a form writes its list: sent twice, it is written once. */
export const listNamed = (key: string): string => `list-${key}`

/** Who signs, when, and in which post. */
export interface Signer {
  readonly practitioner: Practitioner
  readonly now: Moment
  readonly key: string
}

const postOf = (form: Form, posts: readonly Post[]): Post | undefined =>
  posts.length === 1 ? posts[0] : posts.find(post => postValue(post) === form(ownControls.post))

/** The lines that a form writes, the list last; or all that is to be mended. */
export const readAgreed = (
  filled: Filled,
  agreeing: Agreeing,
  { practitioner, now, key }: Signer,
): { readonly lines: readonly Line[] } | { readonly problems: readonly Problem[] } => {
  const form = filled.one
  const post = postOf(form, signingPosts(practitioner))
  if (post === undefined) return { problems: [{ field: ownControls.post, what: 'Say in which post you sign' }] }
  const by = { by: post.agency as string, author: authorOf(practitioner, post) }
  const frame = { ...by, on: isoMoment(now), child: [agreeing.child] }
  const signing = { form, key, frame }
  const all = [
    ...agreeing.lines.map((line, at) => taken(line, at, signing)),
    ...anotherRows.map((name, at) => added(name, at, agreeing.lines, signing)),
  ]
  const instructions = all.flatMap(one => one.on ?? [])
  const instead = all.flatMap(one => one.instead ?? [])
  const none = { field: agreeing.lines[0]?.name ?? 'another-1-medicine', what: 'Confirm at least one line of the list' }
  const wrong = all.flatMap(one => one.problem ?? [])
  const problems = wrong.length === 0 && instructions.length === 0 ? [none] : wrong
  if (problems.length > 0) return { problems }
  const [version, to] = [(form('version') ?? '').trim(), toWhom(filled, agreeing)]
  return {
    lines: [
      ...all.flatMap(one => (one.write === undefined ? [] : [one.write])),
      {
        ...{ ...frame, kind: 'medicines-agreed', id: listNamed(key), signedBy: post.role },
        instructions,
        ...(instead.length === 0 ? {} : { instead }),
        ...(version === '' ? {} : { version }),
        ...(to.length === 0 ? {} : { to }),
      },
    ],
  }
}
