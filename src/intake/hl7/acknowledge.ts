import type { Moment } from '../../calendar/day.ts'
import { fromFirst } from './charset.ts'
import { hl7Time } from './when.ts'

/* Answers to a sender, in its own separators and version, and with its own number byte by byte as it sent it. */

/** Stored (AA); a fault of ours, to be sent again (AE); not HL7, and no better when it is sent again (AR). */
export type Verdict = 'AA' | 'AE' | 'AR'

const headerShape = /^MSH(?<field>[!-/:-@[-`{-~])(?<others>.*)/su

interface Header {
  readonly field: string
  readonly encoding: string
  /** The fields from MSH-3 on; MSH-3 is the first. */
  readonly fields: readonly string[]
}

const longestHeader = 4096

/** The first segment, each byte a character: what is sent back must be the very bytes. */
const headerOf = (bytes: Uint8Array): Header | undefined => {
  const first = fromFirst(bytes)
  const text = Buffer.from(first.buffer, first.byteOffset, Math.min(first.byteLength, longestHeader)).toString('latin1')
  const [line = ''] = text.split(/[\r\n]/u, 1)
  const { field, others = '' } = headerShape.exec(line)?.groups ?? {}
  if (field === undefined) return undefined
  const [encoding = '', ...fields] = others.split(field)
  return { field, encoding: encoding === '' ? '^~\\&' : encoding, fields }
}

const unknown: Header = { field: '|', encoding: '^~\\&', fields: [] }

/** MSH-n of a header, for n from 3 on. */
const part = ({ fields }: Header, number: number): string => fields[number - 3] ?? ''

/** Whether bytes begin with a header that can be answered. */
export const isHl7 = (bytes: Uint8Array): boolean => headerOf(bytes) !== undefined

/** The sender's own number of a message (MSH-10), in plain characters, or nothing. */
export const findControl = (bytes: Uint8Array): string | undefined => {
  const header = headerOf(bytes)
  const control =
    header === undefined
      ? ''
      : part(header, 10)
          .replaceAll(/[^\x20-\x7e]/gu, '')
          .trim()
  return control === '' ? undefined : control.slice(0, 200)
}

const kindOf = (header: Header): string => {
  const [component = '^'] = header.encoding
  const [, trigger = ''] = part(header, 9).split(component)
  return trigger === '' ? 'ACK' : `ACK${component}${trigger}`
}

/** What an answer says besides its verdict. */
export interface Answered {
  readonly verdict: Verdict
  readonly now: Moment
  /** A number of the answer's own. */
  readonly number: string
  /** Why, in words that hold nothing of the message. */
  readonly why?: string
}

/** The answer to the message with these bytes, ready to be framed. */
export const acknowledgement = (bytes: Uint8Array, { verdict, now, number, why = '' }: Answered): Buffer => {
  const header = headerOf(bytes) ?? unknown
  const { field, encoding } = header
  const msh = [
    `MSH${field}${encoding}`,
    'HOLDFAST',
    part(header, 6),
    part(header, 3),
    part(header, 4),
    hl7Time(now),
    '',
    kindOf(header),
    number,
    part(header, 11) || 'P',
    part(header, 12) || '2.4',
  ]
  const charset = part(header, 18)
  const trailing = charset === '' ? [] : ['', '', '', '', '', charset]
  const msa = ['MSA', verdict, part(header, 10), ...(why === '' ? [] : [why])]
  return Buffer.from(`${[...msh, ...trailing].join(field)}\r${msa.join(field)}\r`, 'latin1')
}
