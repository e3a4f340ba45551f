import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { partnersOf } from './conference-road.ts'
import { conferenceIdOf } from './minutes.ts'
import { caseClosed } from './open-case.ts'
import { conferencesHeld } from './protection-plan.ts'
import { earliest, endedBy, firstAbout, receiptsOf } from './reading.ts'
import { procedure, type Rule, rule } from './rule.ts'

type Held = EntryOf<'conference-held'>

/** Too few were there: the record says so, or it names who was, and fewer than two agencies beside social care were. */
const tooFew = ({ quorate, present }: Held): boolean =>
  quorate === false || (quorate === undefined && present !== undefined && partnersOf(present).length < 2)

const heldAgain = (picture: Picture, held: Held, child: PersonId): Entry | undefined =>
  conferencesHeld(picture).find(
    entry =>
      entry.day > held.day && !(entry.kind === 'conference-held' && tooFew(entry)) && isAbout(picture, entry, child),
  )

const conferenceReconvened = rule({
  name: 'conference-reconvened',
  catalogue: 'R-ICPC-6',
  says: 'Hold the conference again with enough agencies, and have an interim plan until then',
  label: 'local procedure',
  source: procedure(
    'Swindon conference quoracy: social care and two other agencies with direct contact; else a new conference within ten working days, with an interim plan',
  ),
  limit: { workingDays: 10 },
  owner: 'conference-chair',
  ladder: ['conference-unit-manager', 'service-manager'],
  hears: ['social-worker'],
  find: (picture, owe) => {
    for (const held of all(picture, 'conference-held'))
      for (const child of tooFew(held) ? childrenOf(picture, held) : []) {
        const notNeeded = firstAbout(picture, all(picture, 'conference-not-needed'), child, held.day)
        const over = earliest(notNeeded, caseClosed(picture, child, held.day))
        const ends = endedBy(heldAgain(picture, held, child), over)
        owe({ child, thing: conferenceIdOf(picture, held), step: held.root, because: [held], since: held.day, ...ends })
      }
  },
})

/** The decision went out: as a letter, with the minutes, or somebody was told of it. */
const decisionSent = (picture: Picture, held: Held, id: string, child: PersonId): Entry | undefined => {
  const names = [id, held.id, held.root]
  const isOf = (about: string | undefined) => about === undefined || names.includes(about)
  return earliest(
    ...receiptsOf(picture, names).filter(entry => entry.kind === 'told' && entry.day >= held.day),
    firstAbout(picture, all(picture, 'letter-sent'), child, held.day, entry => isOf(entry.about)),
    firstAbout(picture, all(picture, 'minutes-sent'), child, held.day, entry => isOf(entry.meeting)),
  )
}

const decisionLetter = rule({
  name: 'conference-decision-sent',
  catalogue: 'R-ICPC-12',
  says: 'Send the conference’s decision to all who were invited',
  label: 'local procedure',
  source: procedure('Sussex conference administration: decision letter to all invited within one working day'),
  limit: { workingDays: 1 },
  owner: 'conference-administrator',
  ladder: ['conference-unit-manager', 'service-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const held of all(picture, 'conference-held')) {
      const id = conferenceIdOf(picture, held)
      if (held.quorate === false) continue
      for (const child of childrenOf(picture, held)) {
        const done = decisionSent(picture, held, id, child)
        owe({ child, thing: id, step: held.root, because: [held], since: held.day, done })
      }
    }
  },
})

/** After a conference: enough agencies were there, or it is held again; what it decided goes to all who were asked. */
export const conferenceOutcomeRules: readonly Rule[] = [conferenceReconvened, decisionLetter]
