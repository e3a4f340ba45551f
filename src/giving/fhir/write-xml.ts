import type { Resource } from './resource.ts'

type Parts = Readonly<Record<string, unknown>>

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// What XML 1.0 has no way to write is left out; white space that a reader would make a plain space is written by number.
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[&<>"]/gu, sign => signs[sign] ?? '')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, sign => (/[\t\n\r]/u.test(sign) ? `&#${sign.charCodeAt(0)};` : ''))

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value)

const partsXml = (parts: Parts): string =>
  Object.entries(parts)
    .map(([name, value]) => elementXml(name, value))
    .join('')

const resourceXml = ({ resourceType, ...parts }: Parts, attributes = ''): string =>
  `<${String(resourceType)}${attributes}>${partsXml(parts)}</${String(resourceType)}>`

const complexXml = (name: string, value: Parts): string => {
  if ('resourceType' in value) return `<${name}>${resourceXml(value)}</${name}>`
  if (name !== 'extension') return `<${name}>${partsXml(value)}</${name}>`
  const { url, ...rest } = value
  return `<extension url="${escaped(String(url))}">${partsXml(rest)}</extension>`
}

/** What JSON says of an element beside its value (`_start`) is inside the element in XML. */
const elementXml = (name: string, value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(one => elementXml(name, one)).join('')
  const plain = name.startsWith('_') ? name.slice(1) : name
  return isParts(value) ? complexXml(plain, value) : `<${plain} value="${escaped(String(value))}"/>`
}

/** A resource as FHIR writes it in XML; its elements stand in the order in which the resource has them. */
export const toXml = (resource: Resource): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${resourceXml({ ...resource }, ' xmlns="http://hl7.org/fhir"')}`
