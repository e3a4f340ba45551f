import type { Context } from 'hono'
import { type Issue, outcomeOf } from '../../../giving/fhir/outcome.ts'
import type { Resource } from '../../../giving/fhir/resource.ts'
import { toXml } from '../../../giving/fhir/write-xml.ts'

type Format = 'json' | 'xml'

const formats: Readonly<Record<string, Format>> = {
  json: 'json',
  xml: 'xml',
  'application/json': 'json',
  'application/fhir+json': 'json',
  'application/json+fhir': 'json',
  'application/xml': 'xml',
  'application/fhir+xml': 'xml',
  'application/xml+fhir': 'xml',
  'text/json': 'json',
  'text/xml': 'xml',
  '*/*': 'json',
  'application/*': 'json',
  'text/*': 'json',
}

const plainType = (text: string): string => text.split(';')[0]?.trim().toLowerCase() ?? ''

const formatNamed = (text: string): Format | undefined => {
  const type = plainType(text).replace(/ (?=json|xml)/u, '+')
  return Object.hasOwn(formats, type) ? formats[type] : undefined
}

/** In which form an answer is wanted: by the address, else by the header; nothing where we have no such form. */
export const formatOf = (c: Context): Format | undefined => {
  const asked = c.req.query('_format')
  if (asked !== undefined) return formatNamed(asked)
  const accepted = c.req.header('accept')
  if (accepted === undefined || accepted.trim() === '') return 'json'
  return accepted.split(',').flatMap(one => formatNamed(one) ?? [])[0]
}

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 429 | 500

/** Answers with a resource, in the form that is wanted; in JSON where there is none such. */
export const answer = (c: Context, resource: Resource, status: Status = 200): Response => {
  const format = formatOf(c) ?? 'json'
  const text = format === 'xml' ? toXml(resource) : JSON.stringify(resource)
  return c.body(text, status, { 'Content-Type': `application/fhir+${format}; charset=utf-8` })
}

/** Answers with what is wrong. */
export const refuse = (c: Context, status: Status, issue: Issue): Response => answer(c, outcomeOf(issue), status)

/** The same answer for what is not there and for what is not the asker's. */
export const notFound = (c: Context): Response =>
  refuse(c, 404, { code: 'not-found', words: 'There is no such resource here for whoever asks' })
