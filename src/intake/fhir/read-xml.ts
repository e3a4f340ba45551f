import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type FhirNode, isNode } from './node.ts'

const mark = '@'
const options = {
  ignoreAttributes: false,
  attributeNamePrefix: mark,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Only the five names that every XML knows are read, and by us: nothing is ever defined by whoever sends.
  processEntities: false,
} as const

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const highest = 0x10ffff

const signOf = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name] ?? whole
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= highest ? String.fromCodePoint(code) : whole
}

const decoded = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/giu, signOf) : text

/** An element that holds a whole resource, which XML wraps in an element of its name. */
const wraps: ReadonlySet<string> = new Set(['resource', 'contained', 'outcome'])

const startsBig = /^[A-Z]/u

const unwrapped = (name: string, node: FhirNode): FhirNode => {
  if (!wraps.has(name)) return plainNode(node)
  const [inner] = Object.entries(node).filter(([child, value]) => startsBig.test(child) && isNode(value))
  return inner === undefined ? plainNode(node) : resourceOf(inner[0], inner[1] as FhirNode)
}

const plainValue = (name: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(one => plainValue(name, one))
  if (!isNode(value)) return typeof value === 'string' ? decoded(value) : undefined
  const own = Object.hasOwn(value, `${mark}value`) ? value[`${mark}value`] : undefined
  return typeof own === 'string' ? decoded(own) : unwrapped(name, value)
}

const plainNode = (node: FhirNode): FhirNode =>
  Object.fromEntries(
    Object.entries(node).map(([name, value]) =>
      name.startsWith(mark) ? [name.slice(mark.length), plainValue('', value)] : [name, plainValue(name, value)],
    ),
  )

const resourceOf = (type: string, node: FhirNode): FhirNode => ({ ...plainNode(node), resourceType: type })

/** The resource that an XML text holds, or why it holds none. A DOCTYPE is refused as a whole. */
export const readXml = (text: string): FhirNode | string => {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) return 'XML with a DOCTYPE is not taken'
  if (XMLValidator.validate(text) !== true) return 'This is not well-formed XML'
  const read: unknown = new XMLParser(options).parse(text)
  const [root] = isNode(read) ? Object.entries(read).filter(([name]) => !name.startsWith('?')) : []
  if (root === undefined || !startsBig.test(root[0])) return 'The XML holds no resource'
  return isNode(root[1]) ? resourceOf(root[0], root[1]) : 'The resource is empty'
}
