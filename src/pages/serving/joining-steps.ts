import { html } from 'hono/html'
import { lineOf } from '../../intake/sheets/file-form.ts'
import { chronology } from '../../record/chronology.ts'
import type { PersonId } from '../../record/field.ts'
import {
  concerns,
  joinLines,
  partLines,
  personLine,
  type Signed,
  takeoversNow,
  unjoinLine,
} from '../../record/joining.ts'
import type { Line } from '../../store/line.ts'
import type { RecordNow } from '../../store/record-now.ts'
import type { Knowable } from '../../store/who-knows.ts'
import { shortName } from '../address.ts'
import { type Act, personInWords } from '../joining-records.ts'
import { joinQuestions } from '../joining-step.ts'
import type { Markup } from '../kit/markup.ts'
import type { Form, Problem } from '../problem.ts'

/** A record that was opened for joining or parting, whole. */
export interface Open extends RecordNow {
  readonly record: string
}

/** A step as it was asked for: what it brings about, whom it concerns, and the lines that take it once all is chosen. */
export interface Step {
  readonly act: Act
  readonly what: Markup
  readonly fields: Readonly<Record<string, string>>
  readonly questions?: Markup
  readonly asksReason?: boolean
  readonly concerned: Knowable
  /** The records whose readers may read more than before, where any may. */
  readonly readersOf?: readonly string[]
  /** Whether the lines begin a record. */
  readonly begins?: boolean
  readonly problems: readonly Problem[]
  readonly lines: (signed: Signed) => readonly Line[]
}

/** What a step is made of: the record, the form or address that asks for it, and how another record is opened. */
export interface Asks {
  readonly here: Open
  readonly form: Form
  readonly open: (record: string) => Promise<Open | undefined>
}

const findPerson = (record: string, among: Iterable<PersonId>, short: string | undefined): PersonId | undefined =>
  [...among].find(person => shortName(record, person) === short)

const everybody = ({ stands }: Open): readonly PersonId[] => [...new Set([...stands.people.keys(), ...stands.children])]

/** The entries of a record about some of its people, by their numbers. */
const about = ({ record, kept, stands }: Open, people: readonly PersonId[]): Knowable => ({
  record,
  numbers: kept.own
    .filter(entry => people.some(person => concerns(stands, entry, person)))
    .flatMap(entry => kept.numbers.get(entry.id) ?? []),
})

const named = ({ record, stands }: Open) => ({ record, stands })

const clash = (here: Open, person: PersonId, as: PersonId | undefined): boolean =>
  as !== person && everybody(here).includes(person)

const joinProblems = (
  here: Open,
  person: PersonId | undefined,
  as: string | undefined,
  asPerson: PersonId | undefined,
): readonly Problem[] => {
  if (person === undefined) return [{ field: 'person', what: 'Choose the child whose entries are read here too' }]
  if (asPerson === undefined && as !== 'nobody') return [{ field: 'as', what: 'Choose who that is in this record' }]
  if (!clash(here, person, asPerson)) return []
  return [
    {
      field: 'as',
      what: 'Both records call two different people by the same id: they cannot be read as one. Have one of them written anew',
    },
  ]
}

const join = async ({ here, form, open }: Asks): Promise<Step | undefined> => {
  const other = await open(form('with') ?? '')
  if (other === undefined || other.record === here.record) return undefined
  const person = findPerson(other.record, other.stands.children, form('person'))
  const as = findPerson(here.record, here.stands.children, form('as'))
  const problems = joinProblems(here, person, form('as'), as)
  const concerned = about(other, person === undefined ? other.stands.children : [person])
  const last = person && other.kept.own.findLast(entry => concerns(other.stands, entry, person))
  return {
    act: 'join',
    what: html`<p>Record ${here.record} will also read what record ${other.record} holds of one child, up to now. Both go on. What is written to record ${other.record} later is not read here.</p>`,
    fields: { with: other.record },
    questions: joinQuestions(named(here), named(other), {
      person: form('person'),
      as: form('as'),
      problems: form('key') === undefined ? [] : problems,
    }),
    concerned,
    readersOf: [here.record, other.record],
    problems,
    lines: signed =>
      person === undefined || last === undefined
        ? []
        : joinLines(signed, { otherRecord: other.record, person, last, as }),
  }
}

const unjoin = async ({ here, form, open }: Asks): Promise<Step | undefined> => {
  const otherRecord = form('with') ?? ''
  const short = form('person') ?? ''
  const word = takeoversNow(here.kept.own).find(
    one => one.otherRecord === otherRecord && shortName(otherRecord, one.person) === short,
  )
  const other = word && (await open(otherRecord))
  if (word === undefined || other === undefined) return undefined
  const { person } = word
  const reason = (form('reason') ?? '').trim().slice(0, 2000)
  return {
    act: 'unjoin',
    what: html`<p>Record ${here.record} will no longer read what record ${otherRecord} holds of ${personInWords(other.stands, person)}. What followed from it here is worked out anew.</p>`,
    fields: { with: otherRecord, person: short },
    asksReason: true,
    concerned: about(other, [person]),
    problems: reason === '' ? [{ field: 'reason', what: 'Write why it is read here no longer' }] : [],
    lines: signed => [unjoinLine(signed, { person, otherRecord, reason })],
  }
}

const part = async ({ here, form }: Asks): Promise<Step | undefined> => {
  const person = findPerson(here.record, here.stands.children, form('person'))
  if (person === undefined) return undefined
  const lines = chronology(here.kept.own)
    .filter(entry => entry.kind === 'person' && entry.person === person)
    .map(lineOf)
  return {
    act: 'part',
    what: html`<p>A record of their own begins for ${personInWords(here.stands, person)}. It reads all that record ${here.record} holds of them, now and later; whoever works with them by these entries may open it. Record ${here.record} stays as it is.</p>`,
    fields: { person: shortName(here.record, person) },
    concerned: about(here, [person]),
    readersOf: [here.record],
    begins: true,
    problems: [],
    lines: signed => partLines(signed, { lines, person, otherRecord: here.record }),
  }
}

const samePeople =
  (act: 'same' | 'not-same') =>
  async ({ here, form }: Asks): Promise<Step | undefined> => {
    const all = [
      ...everybody(here),
      ...here.kept.own.flatMap(entry => (entry.kind === 'same-person' ? [entry.person] : [])),
    ]
    const person = findPerson(here.record, all, form('person'))
    const as = findPerson(here.record, all, form('as'))
    if (person === undefined || as === undefined || person === as) return undefined
    const what =
      act === 'same'
        ? html`<p>${personInWords(here.stands, person)} and ${personInWords(here.stands, as)} are read as one person from now on, by the second id.</p>`
        : html`<p>${person} stands on their own again, apart from ${personInWords(here.stands, as)}.</p>`
    return {
      act,
      what,
      fields: { person: shortName(here.record, person), as: shortName(here.record, as) },
      concerned: about(here, [person, as]),
      problems: [],
      lines: signed => [personLine(signed, act === 'same' ? 'same-person' : 'not-same-person', { person, as })],
    }
  }

/** How each step is made ready; nothing when what it names is not there. */
export const steps = {
  join,
  unjoin,
  part,
  same: samePeople('same'),
  'not-same': samePeople('not-same'),
} satisfies Record<Act, (asks: Asks) => Promise<Step | undefined>>
