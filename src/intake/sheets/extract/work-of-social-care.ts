import { type Day, isoDay } from '../../../calendar/day.ts'
import { dayIn, flagIn, outcomesIn, outcomesInWords, textIn, whenIn } from './cells.ts'
import type { TableName, TableRow, Tables } from './tables.ts'
import { type Beside, filled, type RowReader, type WantedPart } from './wanted.ts'

const rowsOf = (tables: Tables, table: TableName): readonly TableRow[] => tables.get(table) ?? []

const author = ({ workers }: Beside, id: string | undefined) => (id === undefined ? undefined : workers.get(id)?.name)

/** The first day on which something that follows from a referral began. */
const firstStep = ({ tables }: Beside, referral: string): { readonly day: Day; readonly what: string } | undefined => {
  const steps = (
    [
      ['ssd_cin_assessments', 'cina_referral_id', 'cina_assessment_start_date', 'an assessment'],
      ['ssd_s47_enquiry', 's47e_referral_id', 's47e_s47_start_date', 'a section 47 enquiry'],
    ] as const
  ).flatMap(([table, column, start, what]) =>
    rowsOf(tables, table).flatMap(row => {
      const day = textIn(row, column) === referral ? dayIfSound(row, start) : undefined
      return day === undefined ? [] : [{ day, what }]
    }),
  )
  return steps.sort((one, other) => one.day - other.day)[0]
}

/** A cell of another row: what is wrong with that is told with that row. */
const dayIfSound = (row: TableRow, column: string): Day | undefined => {
  try {
    return dayIn(row, column)
  } catch {
    return undefined
  }
}

const within = (from: Day, to: Day): string => (from >= to ? isoDay(to) : `${isoDay(from)} to ${isoDay(to)}`)

/** What was decided on a referral, where the extract says what and within which days; no day of a decision stands in it. */
const decided = (row: TableRow, beside: Beside, came: Day): WantedPart | undefined => {
  const first = firstStep(beside, textIn(row, 'cine_referral_id') ?? '')
  const closed = dayIn(row, 'cine_close_date')
  const nothing = flagIn(row, 'cine_referral_nfa') === true
  const by = nothing ? closed : first?.day
  if (by === undefined || by < came) return undefined
  const decision = nothing ? 'no further action' : (first?.what ?? '')
  return {
    part: 'decided',
    kind: 'referral-decided',
    day: by,
    on: within(came, by),
    fields: { decision },
    thing: 'referral',
  }
}

const referral: RowReader = (row, beside) => {
  const came = whenIn(row, 'cine_referral_date')
  if (came === undefined) return { parts: [], unsaid: ['the day of the referral'] }
  const from = textIn(row, 'cine_referral_source_desc') ?? textIn(row, 'cine_referral_source_code')
  const outcome = decided(row, beside, came.day)
  const received: WantedPart = {
    ...{ part: 'received', kind: 'referral-received', day: came.day, on: came.on, thing: 'referral' },
    fields: filled({
      text: from === undefined ? undefined : `From: ${from}.`,
      author: author(beside, textIn(row, 'cine_referral_worker_id')),
    }),
  }
  return outcome === undefined
    ? { parts: [received], unsaid: ['what was decided on the referral, and when'] }
    : { parts: [received, outcome] }
}

const assessment: RowReader = (row, beside) => {
  const began = whenIn(row, 'cina_assessment_start_date')
  const done = whenIn(row, 'cina_assessment_auth_date')
  const by = author(beside, textIn(row, 'cina_assessment_worker_id'))
  const unborn = isUnborn(beside, textIn(row, 'cina_person_id'), began?.day)
  const followed = rowsOf(beside.tables, 'ssd_cin_episodes').find(
    one => textIn(one, 'cine_referral_id') === textIn(row, 'cina_referral_id'),
  )
  const referred = followed === undefined ? undefined : dayIfSound(followed, 'cine_referral_date')
  const parts: WantedPart[] = []
  if (began !== undefined)
    parts.push({
      ...{ part: 'opened', kind: 'assessment-opened', day: began.day, on: began.on, thing: 'assessment' },
      fields: filled({
        type: unborn ? 'pre-birth' : 'child-and-family',
        referred: referred === undefined || referred > began.day ? undefined : isoDay(referred),
        author: by,
      }),
    })
  if (done !== undefined)
    parts.push({
      ...{ part: 'finished', kind: 'assessment-finished', day: done.day, on: done.on, thing: 'assessment' },
      fields: filled({ outcome: outcomesInWords(outcomesIn(row, 'cina_assessment_outcome_json')), author: by }),
    })
  // A flag that the child was seen names no day: it is no sighting here.
  return {
    parts,
    unsaid: flagIn(row, 'cina_assessment_child_seen') === true ? ['the day on which the child was seen for it'] : [],
  }
}

const isUnborn = ({ tables }: Beside, person: string | undefined, day: Day | undefined): boolean => {
  const own = rowsOf(tables, 'ssd_person').find(row => textIn(row, 'pers_person_id') === person)
  if (own === undefined || day === undefined) return false
  const born = dayIfSound(own, 'pers_dob')
  return born === undefined ? textIn(own, 'pers_expected_dob') !== undefined : born > day
}

const enquiry: RowReader = (row, beside) => {
  const began = whenIn(row, 's47e_s47_start_date')
  const ended = whenIn(row, 's47e_s47_end_date')
  const outcomes = outcomesIn(row, 's47e_s47_outcome_json')
  const words = outcomesInWords(outcomes) ?? (flagIn(row, 's47e_s47_nfa') === true ? 'no further action' : undefined)
  const by = author(beside, textIn(row, 's47e_s47_completed_by_worker_id'))
  const parts: WantedPart[] = []
  if (began !== undefined)
    parts.push({
      part: 'started',
      kind: 'section47-started',
      day: began.day,
      on: began.on,
      fields: filled({ author: by }),
    })
  if (ended === undefined) return { parts }
  const end = { part: 'ended', day: ended.day, on: ended.on } as const
  if (outcomes.includes('CP_CONFERENCE'))
    return {
      parts: [...parts, { ...end, kind: 'section47-concluded', fields: filled({ outcome: 'conference', author: by }) }],
    }
  if (words === undefined) return { parts, unsaid: ['what the enquiry found'] }
  // The dataset has what followed, and not whether the concern was substantiated: only that no conference was wanted is said.
  const reason = `The enquiry ended; what followed, by the council’s system: ${words}.`
  return {
    parts: [...parts, { ...end, kind: 'conference-not-needed', fields: filled({ reason, author: by }) }],
    unsaid: ['whether the concern was substantiated'],
  }
}

const conference: RowReader = (row, beside) => {
  const when = whenIn(row, 'icpc_icpc_date')
  const plan = flagIn(row, 'icpc_icpc_outcome_cp_flag')
  if (when === undefined) return { parts: [], unsaid: ['the day of the conference'] }
  if (when.day > beside.today)
    return {
      parts: [
        {
          ...{
            part: 'booked',
            kind: 'conference-booked',
            day: beside.today,
            on: isoDay(beside.today),
            thing: 'conference',
          },
          fields: { when: isoDay(when.day) },
        },
      ],
      unsaid: ['when it was booked, and who chairs it'],
    }
  const outcome = plan === undefined ? undefined : plan ? 'plan' : 'no-plan'
  return {
    parts: [
      {
        ...{ part: 'held', kind: 'conference-held', day: when.day, on: when.on, thing: 'conference' },
        fields: filled({ type: 'initial', outcome }),
      },
    ],
    unsaid: ['who was there', ...(outcome === undefined ? ['what the conference decided'] : [])],
  }
}

const review: RowReader = (row, { today }) => {
  const when = whenIn(row, 'cppr_cp_review_date')
  if (when === undefined || when.day > today) return { parts: [] }
  const goesOn = flagIn(row, 'cppr_cp_review_outcome_continue_cp')
  const quorate = flagIn(row, 'cppr_cp_review_quorate')
  return {
    parts: [
      {
        ...{ part: 'held', kind: 'conference-held', day: when.day, on: when.on },
        fields: filled({
          type: 'review',
          outcome: goesOn === undefined ? undefined : goesOn ? 'continue' : 'end',
          quorate: quorate === undefined ? undefined : quorate ? 'yes' : 'no',
        }),
      },
    ],
    unsaid: ['who was there'],
  }
}

/** How referrals, assessments, enquiries and conferences of the extract are read. */
export const workReaders = {
  ssd_cin_episodes: referral,
  ssd_cin_assessments: assessment,
  ssd_s47_enquiry: enquiry,
  ssd_initial_cp_conference: conference,
  ssd_cp_reviews: review,
} as const satisfies Partial<Record<TableName, RowReader>>
