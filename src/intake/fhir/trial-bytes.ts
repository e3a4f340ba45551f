import assert from 'node:assert/strict'
import fc from 'fast-check'
import { whyNotTaken } from './check.ts'
import { everyShape, toXml } from './invented.ts'
import { readFhir } from './read-fhir.ts'
import { sayFhir } from './say.ts'
import { splitFhir } from './split.ts'

/* For tests: whatever the bytes, they are said or refused, and nothing is thrown. */

const bytesOf = (text: string) => new TextEncoder().encode(text)

const cut = (text: string, [at, length, put]: readonly [number, number, string]): string => {
  const from = at % (text.length + 1)
  return text.slice(0, from) + put + text.slice(from + length)
}

const texts = everyShape.flatMap(one => [JSON.stringify(one), toXml(one)])
const spliced = fc.oneof(
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.constantFrom('null', '[]', '{}', '"', '<', '</', '"#x"', '1e999', '&#0;', '\\ud800', '__proto__'),
)

/** What somebody sent, with a few places cut or changed. */
const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), fc.nat(40), spliced), { maxLength: 4 }))
  .map(([text, cuts]) => bytesOf(cuts.reduce(cut, text)))

const anything = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }).map(bytesOf) },
)

const holds = (bytes: Uint8Array): void => {
  const said = sayFhir(bytes)
  const split = splitFhir(bytes)
  assert.equal(said === undefined, 'fault' in split)
  assert.notEqual(said?.length, 0)
  if ('messages' in split) for (const one of split.messages) assert.notEqual(sayFhir(one.bytes), undefined)
  const read = readFhir(bytes)
  if ('resource' in read)
    for (const wanted of ['create', 'message', 'bundle'] as const) whyNotTaken(read.resource, wanted)
  assert.ok(!JSON.stringify(said ?? []).includes('\\u0000'))
}

/** Tries so many inputs of any kind. */
export const tryFhirBytes = (count: number, seed?: number): void =>
  fc.assert(fc.property(anything, holds), { numRuns: count, ...(seed === undefined ? {} : { seed }) })
