/* The one inner shape of FHIR: a tree of plain values, whether it came as JSON or as XML, of STU3 or of R4. */

/** An element with what is in it. */
export type FhirNode = { readonly [name: string]: unknown }

/** Whether a value is an element with something in it, and no list and no text. */
export const isNode = (value: unknown): value is FhirNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const own = (node: FhirNode, name: string): readonly unknown[] => (Object.hasOwn(node, name) ? listOf(node[name]) : [])

const follow = (from: readonly unknown[], [name, ...rest]: readonly string[]): readonly unknown[] =>
  name === undefined
    ? from
    : follow(
        from.filter(isNode).flatMap(node => own(node, name)),
        rest,
      )

/** Every element at a path; of what repeats, all. XML does not say what repeats, so that one is a list of one everywhere. */
export const all = (node: FhirNode, ...path: readonly string[]): readonly FhirNode[] =>
  follow([node], path).filter(isNode)

/** The first element at a path. */
export const first = (node: FhirNode, ...path: readonly string[]): FhirNode | undefined => all(node, ...path)[0]

const written = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'boolean' || typeof value === 'number' ? `${value}` : ''

// A nought byte and half a letter can stand in JSON, and can be kept nowhere.
const plain = (value: unknown): string | undefined => {
  const text = written(value).replaceAll('\u0000', '').toWellFormed().trim()
  return text === '' ? undefined : text
}

/** Every text, number or truth at a path, as text; what is empty is left out. */
export const texts = (node: FhirNode, ...path: readonly string[]): readonly string[] =>
  follow([node], path).flatMap(value => plain(value) ?? [])

/** The first of them. */
export const text = (node: FhirNode, ...path: readonly string[]): string | undefined => texts(node, ...path)[0]

/** Which resource an element is, by its own word. */
export const typeOf = (node: FhirNode): string => text(node, 'resourceType') ?? ''
