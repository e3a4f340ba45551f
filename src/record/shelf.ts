import type { ThingId } from './field.ts'

/** Things by id, and in the order in which the record first speaks of them. */
export interface Shelf<T> {
  readonly byId: Map<ThingId, T>
  readonly inOrder: T[]
}

/** An empty shelf. */
export const shelf = <T>(): Shelf<T> => ({ byId: new Map(), inOrder: [] })

/** Puts a new thing on its shelf, and gives it back. */
export const put = <T extends { readonly id: ThingId }>(things: Shelf<T>, thing: T): T => {
  things.byId.set(thing.id, thing)
  things.inOrder.push(thing)
  return thing
}
