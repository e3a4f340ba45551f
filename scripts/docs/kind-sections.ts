import { exampleLines } from '../../src/intake/sheets/example-lines.ts'
import { type Kind, kinds, practices } from '../../src/record/entry.ts'
import { isNeeded, shapeOf } from '../../src/record/field-shape.ts'
import { common } from '../../src/record/kind.ts'
import { holds } from './field-words.ts'
import { code, codes, table, titled } from './markdown.ts'

type Field = Parameters<typeof shapeOf>[0]

const row = ([name, field]: readonly [string, Field]): readonly string[] => [
  code(name),
  isNeeded(field) ? 'yes' : '',
  field.description ?? '',
  holds(shapeOf(field)),
]
const heading = ['field', 'needed', 'what it is', 'holds'] as const

/** The fields that every kind has, as a table. */
export const commonFields = (): string => table(heading, Object.entries<Field>(common).map(row))

const jsonOf = (kind: Kind): string => JSON.stringify({ kind, ...exampleLines[kind] })

const sightOf = (kind: Kind): string => {
  const { sight } = kinds[kind].options
  return sight === undefined ? '' : ` Unless the entry says otherwise, only these see it: ${codes(sight)}.`
}
const undated = (kind: Kind): string =>
  kinds[kind].options.undated === true ? ' `on` and `by` may be left out: then it was always so.' : ''

const kindSection = (kind: Kind): string => {
  const own = Object.entries<Field>(kinds[kind].fields)
  const fields = own.length === 0 ? 'It has no fields of its own.' : table(heading, own.map(row))
  return `#### ${kind}\n\n${kinds[kind].says}.${undated(kind)}${sightOf(kind)}\n\n${fields}\n\n\`\`\`json\n${jsonOf(kind)}\n\`\`\``
}

const intros: Readonly<Record<keyof typeof practices, string>> = {
  people: 'Who the people are. Begin a file with these.',
  network: 'Who works with the family, from and to; who leads, covers and supervises.',
  lists: 'Whose list a child is on: a practice, a caseload, a school, a dentist.',
  appointment:
    'Appointments and what became of each. A child *was not brought*; nobody writes that a child did not attend.',
  clinic: 'What a clinic writes once for each condition, and letters that came back.',
  'reaching the family':
    'How services reach the family and plan with it: by which way, whether that is safe, what was asked of a clinic, who comes along, what became of a message.',
  contact: 'Visits, calls and attempts, and the child’s own words.',
  concern: 'What worries somebody, and what happened.',
  injury: 'Injuries and marks: what was seen, how it is explained, what a paediatrician thinks.',
  'perplexing presentations':
    'What is reported of a child’s illness and what is found do not agree. Restricted; never shown to a parent.',
  'adult health': 'The health of an adult as it touches a child. Restricted.',
  risk: 'Domestic abuse, missing children, honour-based risk, findings, and adults under supervision.',
  school: 'Days away from school or nursery, and a child who is taken off the roll.',
  referral: 'Referrals and enquiries between agencies, with each answer.',
  strategy: 'Strategy discussions, section 47 enquiries and the road to a conference.',
  assessment: 'Assessments, whom they cover and what they rest on.',
  plan: 'Plans and consent.',
  'agreed-rule':
    'Rules that keep a child safe, from a plan, an agreement, a court, bail or a licence: checked, broken, looked at again.',
  meeting: 'Meetings: called, who was asked and reached, held with whom, minutes.',
  decision: 'What was decided and promised; words about duties; questions and challenges.',
  engagement:
    'How a family and its services work together: views, trust, help offered anew, what is shared and with whom.',
  health: 'Diagnoses, medicines, results, hospital stays, pregnancy and birth.',
  'urgent care': 'Urgent care, advice by telephone, reviews of long-term illness, the ward and going home.',
  law: 'Legal steps, care away from home, and families who move between areas.',
  view: 'What practitioners think of what was decided, and whether parents were given the plan in plain words.',
  'page of a parent':
    'The page that a parent may have of their own: what is asked first, given and closed, and what a young person says to it. Never shown to anybody of the family.',
  learning:
    'After a death or serious harm; reviews and what they recommend. Recommendations, training and returns belong to the record `agencies`.',
  receipt: 'Who was told what; and the entries that move what is read.',
  adoption:
    'What a partnership and its agencies settle of the rules, in the record of the agencies: what is adopted, limits of their own, what the law has begun.',
}

/** Every kind of entry by practice: a sentence, its fields and an example. */
export const kindSections = (): string =>
  (Object.keys(practices) as (keyof typeof practices)[])
    .map(practice => {
      const names = Object.keys(practices[practice]) as Kind[]
      return `### ${titled(practice)}\n\n${intros[practice]}\n\n${names.map(kindSection).join('\n\n')}`
    })
    .join('\n\n')

/** Every kind with the place of its section, by practice. */
export const kindIndex = (): string =>
  Object.entries(practices)
    .map(
      ([practice, own]) =>
        `- **${titled(practice)}:** ${Object.keys(own)
          .map(kind => `[${kind}](#${kind})`)
          .join(', ')}`,
    )
    .join('\n')
