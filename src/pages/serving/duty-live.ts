import type { Duty } from '../../duties/rule.ts'
import { type Whose, whoseOn } from '../../duties/whose.ts'
import { authorOf } from '../../intake/forms/read-form.ts'
import type { Practitioner } from '../../people/practitioner.ts'
import { readTold } from '../../store/notices.ts'
import { staffNow } from '../../store/staff.ts'
import { shortName } from '../address.ts'
import { capital } from '../capital.ts'
import type { LiveDuty } from '../duty.ts'
import type { Acting, ForChild } from '../duty-actions.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { deskInWords } from '../notice-words.ts'
import { isOwed, owingOn } from '../owed.ts'
import { type Signer, type Signing, signingOf } from '../signing.ts'
import { sameFor } from './duty-word.ts'
import { mayWrite, type OpenFamily } from './family.ts'
import { newKey } from './one-time-key.ts'
import type { Served } from './served.ts'
import type { Visit } from './visit.ts'

const childrenOf = (look: FamilyOnDay, duty: Duty, { first }: Signing): Acting['children'] => {
  const forChild = ({ child }: Duty): ForChild => ({
    value: shortName(look.family.id, child),
    name: capital(look.name(child)),
  })
  const [, ...others] = sameFor(look, duty, first)
  return [forChild(duty), ...others.map(forChild)]
}

const wordsFor = ({ at, themselves }: Whose, staff: readonly Practitioner[]): string | undefined => {
  const names = at.map(({ practitioner, agency, role }) =>
    practitioner === undefined ? deskInWords(agency, role) : (staff.find(({ id }) => id === practitioner)?.name ?? ''),
  )
  if (names.length === 0)
    return 'Nobody whom Holdfast knows: it is told to nobody. Say on the record who works with the family'
  return `${capital(names.join(', '))}${themselves ? '' : ', since nobody who owes it can be told of it'}`
}

const signerOf = ({ practitioner }: Visit, whose: Whose, staff: readonly Practitioner[]): Signer => {
  const { id, name, posts } = practitioner
  const owing = staff.filter(one => whose.themselves && whose.practitioners.includes(one.id))
  return {
    name,
    posts,
    owes: owing.some(one => one.id === id),
    owing: new Set(owing.flatMap(one => one.posts.map(post => authorOf(one, post)))),
  }
}

/** Whether this reader may act on a duty: it is still owed, and they may write in the record. */
export const mayAct = (open: OpenFamily, duty: Duty): boolean =>
  mayWrite(open) && isOwed(owingOn(duty, open.look.day)) && duty.frozen === undefined

/** What was sent in a form of the thing and is to be mended, and what was just saved. */
export type More = Pick<Acting, 'sent'> & { readonly saved?: LiveDuty['saved'] }

/** What is known of a duty in a record that goes on, for the page of it: who was told, with whom it lies, what can be done. */
export const liveDuty = async (
  { store }: Served,
  visit: Visit,
  open: OpenFamily,
  duty: Duty,
  { sent, saved }: More = {},
): Promise<LiveDuty & { readonly signer: Signer }> => {
  const { partnership } = visit.asking
  const { look, opened } = open
  const [notices, { practitioners }] = await Promise.all([
    readTold(store, visit, opened.record, [duty.key]),
    staffNow(store, partnership),
  ])
  const { stands, duties, day } = look
  const whose = whoseOn({ stands, duties, practitioners, agencies: opened.agencies, day })(duty)
  const signer = signerOf(visit, whose, practitioners)
  const signing = signingOf(look, duty, signer)
  const acting: Acting = {
    ...{ csrf: visit.csrf, keys: { done: newKey(), 'set-aside': newKey() } },
    ...{ signer, signing, children: childrenOf(look, duty, signing) },
    ...(sent === undefined ? {} : { sent }),
  }
  const owed = isOwed(owingOn(duty, day))
  return {
    notices,
    liesWith: owed ? wordsFor(whose, practitioners) : undefined,
    acting: mayAct(open, duty) ? acting : undefined,
    saved,
    signer,
  }
}
