import { z } from 'zod'
import type { Day } from '../../../calendar/day.ts'
import type { PatientSaid, Said } from '../../feeds/said.ts'

const stored = z.strictObject({
  extract: z.literal('person'),
  numbers: z.array(z.tuple([z.string(), z.string().nullable()])),
  nhs: z.string().nullable(),
  name: z.string().nullable(),
  born: z.int().nullable(),
})

/** The bytes under which somebody of the extract who may be on an open record waits to be told by a person. */
export const bytesOfPerson = ({ numbers, nhs, name, born }: PatientSaid): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      extract: 'person',
      numbers: numbers.map(({ number, authority }) => [number, authority ?? null]),
      ...{ nhs: nhs ?? null, name: name ?? null, born: born ?? null },
    } satisfies z.input<typeof stored>),
  )

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Who somebody of the extract is; nothing when the bytes are not that. */
export const sayExtractPerson = (bytes: Uint8Array): readonly Said[] => {
  const read = stored.safeParse(parsed(bytes))
  if (!read.success) return []
  const { numbers, nhs, name, born } = read.data
  const patient: PatientSaid = {
    numbers: numbers.map(([number, authority]) => ({ number, authority: authority ?? undefined })),
    ...{ nhs: nhs ?? undefined, name: name ?? undefined, born: born === null ? undefined : (born as Day) },
    ...{ address: undefined, telephone: undefined, died: undefined },
  }
  const nothing = { control: undefined, made: undefined, appointment: undefined, merge: undefined }
  return [{ ...nothing, event: 'a child of the extract', patient }]
}
