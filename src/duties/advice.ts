import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Advice = EntryOf<'advice-given'>

/** A senior reviewed it and the parent was rung back; or the instruction was settled, or the parent's question answered. */
const reviewed = (picture: Picture, child: PersonId, advice: Advice): Entry | undefined => {
  const of = { child, day: advice.day }
  const review = firstSince(
    picture,
    'advice-reviewed',
    of,
    one => one.parentRung !== false && (one.advice === undefined || one.advice === advice.advice),
  )
  return earliest(
    review,
    firstSince(picture, 'instruction-settled', of),
    firstSince(picture, 'medicines-agreed', of),
    firstSince(picture, 'question-answered', of, one => one.understood !== false),
  )
}

const contraryAdvice = rule({
  name: 'contrary-advice-reviewed',
  catalogue: 'R-MED-4',
  says: 'Have a senior clinician review the advice, since it differs from the plan, and ring the parent back',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('the same day'),
  limit: { sameDay: true },
  owner: 'consultant',
  ladder: ['lead-paediatrician', 'named-doctor'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const advice of all(picture, 'advice-given')) {
      if (advice.contrary !== true) continue
      for (const child of childrenOf(picture, advice))
        owe({
          ...{ child, thing: advice.advice ?? advice.root, because: [advice], since: advice.day },
          agency: advice.by,
          done: reviewed(picture, child, advice),
        })
    }
  },
})

type Belief = EntryOf<'medicine-belief'>

const isTested = (belief: Belief): boolean =>
  belief.evidence !== undefined || belief.state === 'borne-out' || belief.state === 'not-borne-out'

/** The evidence for or against what somebody believes of a medicine; a belief that names none is about all. */
const evidenceFor = (picture: Picture, child: PersonId, belief: Belief): Entry | undefined =>
  firstSince(
    picture,
    'medicine-belief',
    { child, day: belief.day },
    one =>
      isTested(one) &&
      (one.medicine === undefined ||
        belief.medicine === undefined ||
        one.medicine.toLowerCase() === belief.medicine.toLowerCase()),
  )

const beliefTested = rule({
  name: 'medicine-belief-tested',
  catalogue: 'R-MED-5',
  says: 'Look for the evidence, in blood levels, what was collected and the record of doses, before it is said as a fact that the medicine was not given',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('five working days'),
  limit: { workingDays: 5 },
  owner: 'consultant',
  ladder: ['named-doctor'],
  find: (picture, owe) => {
    const beliefs = all(picture, 'medicine-belief').filter(belief => !isTested(belief))
    const children = new Set(beliefs.flatMap(belief => childrenOf(picture, belief)))
    for (const child of children)
      inTurn(
        beliefs.filter(belief => childrenOf(picture, belief).includes(child)),
        belief => belief,
        (belief, ordinal) =>
          owe({
            ...{ child, thing: 'medicine-belief', step: `${ordinal}`, because: [belief], since: belief.day },
            of: belief.medicine,
            done: evidenceFor(picture, child, belief),
          }),
      )
  },
})

/** Advice on the telephone, and what is believed of a parent (review 3.5). */
export const adviceRules: readonly Rule[] = [contraryAdvice, beliefTested]
