import { z } from 'zod'

export type Sort =
  | 'words'
  | 'day'
  | 'span'
  | 'agency'
  | 'role'
  | 'audience'
  | 'person'
  | 'thing'
  | 'entry'
  | 'count'
  | 'yes-no'
  | 'choice'
  | 'list'

/** What sort of thing a field holds: for writing it to a file, for the docs, for a form that asks for it. */
export interface FieldShape {
  readonly sort: Sort
  /** The only words that are allowed, of a choice. */
  readonly allowed?: readonly string[]
  /** What each one holds, of a list. */
  readonly each?: FieldShape
}

const shapes = z.registry<FieldShape>()

/** The same schema, with its shape kept for `shapeOf`; descriptions and "optional" put on later keep it. */
export const shaped = <T extends z.ZodType>(schema: T, shape: FieldShape): T => {
  shapes.add(schema, shape)
  return schema
}

const inner = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodOptional ? inner(field.unwrap() as z.ZodType) : field

/** The shape of a field; a field that was not made by `field.ts` holds words. */
export const shapeOf = (field: z.ZodType): FieldShape => shapes.get(inner(field)) ?? { sort: 'words' }

/** Whether an entry cannot do without the field. */
export const isNeeded = (field: z.ZodType): boolean => !(field instanceof z.ZodOptional)
