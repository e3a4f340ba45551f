import { html } from 'hono/html'
import { type ToRing, treats, whoToRing } from '../../record/emergency.ts'
import { all } from '../../record/standing.ts'
import type { Markup } from '../kit/markup.ts'
import { reachInWords } from '../ring.ts'
import type { Drawing } from './owed-here.ts'

/** Those who treat a child, with a number for the day and one for the night: whom to ring about a medicine. */
export const treating = ({ look, child }: Pick<Drawing, 'look' | 'child'>): readonly ToRing[] => {
  const posts = [...all(look.stands, 'post'), ...(look.family.posts ?? [])]
  return whoToRing(look.stands, child, look.day, posts).filter(treats)
}

const reached = ({ telephone, outOfHours }: ToRing): boolean => (telephone ?? outOfHours) !== undefined

/** Whom to ring about a medicine, by name and number; the switchboard where the record names nobody. */
export const ringFirst = (drawing: Pick<Drawing, 'look' | 'child'>): Markup => {
  const every = treating(drawing)
  const one = every.find(reached) ?? every[0]
  if (one === undefined) return html`Ring the hospital’s switchboard`
  return html`Ring ${one.name ?? `the ${one.who}`}, ${one.where}${reached(one) && html`, ${reachInWords(one)}`},`
}
