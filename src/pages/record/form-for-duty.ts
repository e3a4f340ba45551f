import type { Duty } from '../../duties/rule.ts'
import { type FormValues, valuesOf } from '../../intake/forms/form-values.ts'
import type { Kind } from '../../record/entry.ts'
import type { Picture } from '../../record/standing.ts'
import { type Proof, proofs } from './proofs.ts'

/** A form that is opened with what is known already. */
export interface FilledForm {
  readonly kind: Kind
  readonly values: FormValues
}

const said = (proof: Proof): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(proof).flatMap(([field, value]) =>
      value === undefined || value.length === 0 ? [] : [[field, value] as const],
    ),
  )

/**
 * The forms in which one writes that a duty is done, the most usual first, each filled in as far as the record knows it:
 * the thing, the child, whom it is for. The others say what may be written instead: accepted or declined, kept or missed.
 */
export const formsForDuty = (duty: Duty, stands: Picture): readonly FilledForm[] =>
  (proofs[duty.rule.name]?.(duty, stands) ?? []).map(proof => ({
    kind: proof.kind,
    values: valuesOf({ ...said(proof), child: [duty.child] }),
  }))

/** The form in which one writes that a duty is done, filled in as far as the record knows it. */
export const formForDuty = (duty: Duty, stands: Picture): FilledForm | undefined => formsForDuty(duty, stands)[0]
