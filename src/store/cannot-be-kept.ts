import pg from 'pg'

// Not a sign of the encoding, and a sign that jsonb does not hold.
const codes: ReadonlySet<unknown> = new Set(['22021', '22P05'])

/** Whether the database refused a text for a sign that it cannot hold: U+0000, which no keyboard has. */
export const cannotBeKept = (error: unknown): boolean => error instanceof pg.DatabaseError && codes.has(error.code)
