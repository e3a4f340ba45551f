import { type FhirNode, isNode, typeOf } from './node.ts'
import { readXml } from './read-xml.ts'

/** The most bytes of one resource or Bundle that are read. */
export const largestFhir = 8 * 1024 * 1024
const deepest = 64

/** What cannot be read: the element that is wrong, and why, without a word of what was sent. */
export interface FhirFault {
  readonly element: string
  readonly why: string
}

/** A resource as it was read, or what is wrong with it. */
export type FhirRead = { readonly resource: FhirNode } | { readonly fault: FhirFault }

const wrong = (element: string, why: string): FhirRead => ({ fault: { element, why } })

const isTooDeep = (value: unknown, left = deepest): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some(one => isTooDeep(one, left - 1))
}

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimStart()
  } catch {
    return undefined
  }
}

const readJson = (text: string): FhirNode | string => {
  try {
    const read: unknown = JSON.parse(text)
    return isNode(read) ? read : 'The JSON holds no resource'
  } catch {
    return 'This is neither JSON nor XML'
  }
}

const read = (text: string): FhirNode | string => {
  try {
    return text.startsWith('<') ? readXml(text) : readJson(text)
  } catch {
    return 'This cannot be read'
  }
}

/** Reads a resource of JSON or XML; which of the two it is, its first sign says. Never throws, whatever the bytes. */
export const readFhir = (bytes: Uint8Array): FhirRead => {
  if (bytes.length > largestFhir) return wrong('', `This is more than ${largestFhir / 1024 / 1024} MB`)
  const text = textOf(bytes)
  if (text === undefined) return wrong('', 'This is not UTF-8')
  const resource = read(text)
  if (typeof resource === 'string') return wrong('', resource)
  if (isTooDeep(resource)) return wrong('', 'This is nested too deeply')
  return typeOf(resource) === '' ? wrong('resourceType', 'The resource does not say what it is') : { resource }
}
