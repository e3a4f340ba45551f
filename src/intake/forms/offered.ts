import { type Kind, kinds } from '../../record/entry.ts'
import { apart } from './kinds-apart.ts'
import { byWork } from './kinds-by-work.ts'

/** How people record a kind of entry by form. */
interface Offered<K extends Kind> {
  /** What it is called where one chooses. */
  readonly label: string
  /** The fields that are asked in the open, after those that it cannot do without; all others stand under "More". */
  readonly asks: readonly (string & keyof (typeof kinds)[K]['fields'])[]
  /** Where it is written, when it is not for choosing from the list of all kinds. */
  readonly from?: 'a thing to do'
}

/** A kind that nobody records by form, with the reason. */
interface NotOffered {
  readonly why: string
}

const every = {
  ...byWork.contacts.kinds,
  ...byWork.worries.kinds,
  ...byWork.school.kinds,
  ...byWork.appointments.kinds,
  ...byWork.referrals.kinds,
  ...byWork.strategy.kinds,
  ...byWork.assessments.kinds,
  ...byWork.plans.kinds,
  ...byWork.meetings.kinds,
  ...byWork.decisions.kinds,
  ...byWork.health.kinds,
  ...byWork.law.kinds,
  ...byWork.views.kinds,
  ...byWork.learning.kinds,
  ...byWork.engagement.kinds,
  ...byWork.toFamily.kinds,
  ...byWork.network.kinds,
  ...byWork.family.kinds,
  ...byWork.told.kinds,
  ...apart,
} as const satisfies { readonly [K in Kind]: Offered<K> | NotOffered }

interface Form {
  readonly label: string
  readonly asks: readonly string[]
  readonly from?: 'a thing to do'
}
const forms: Readonly<Record<Kind, Form | NotOffered>> = every

const findForm = (kind: Kind): Form | undefined => {
  const form = forms[kind]
  return 'label' in form ? form : undefined
}

/** Whether people record a kind by form. */
export const isOffered = (kind: Kind): boolean => findForm(kind) !== undefined

/** Whether a kind stands in the list of kinds to choose from; some are written from the thing to do itself. */
export const isListed = (kind: Kind): boolean => isOffered(kind) && findForm(kind)?.from === undefined

/** Why a kind is not recorded by form, or nothing when it is. */
export const whyNotOffered = (kind: Kind): string | undefined => {
  const form = forms[kind]
  return 'why' in form ? form.why : undefined
}

/** What a kind is called where one chooses; what it says where it is not offered. */
export const labelOf = (kind: Kind): string => findForm(kind)?.label ?? kinds[kind].says

/** The fields of a kind that are asked in the open, in order: those that it cannot do without come first in any case. */
export const asksOf = (kind: Kind): readonly string[] => findForm(kind)?.asks ?? []

/** The groups of kinds to choose from, each in plain words, with the kinds of it that are listed. */
export const groups: readonly { readonly words: string; readonly kinds: readonly Kind[] }[] = Object.values(byWork).map(
  group => ({ words: group.words, kinds: (Object.keys(group.kinds) as Kind[]).filter(isListed) }),
)
