import type { Fault, Line, Lines } from './fault.ts'

/** The most characters that one entry may have: a megabyte of plain text. */
export const longestLine = 1_048_576

const quote = 34
const backslash = 92

/** Where a JSON text that begins at a place ends: after its closing quotation mark. */
const endOfText = (source: string, start: number): number => {
  for (let at = start + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === quote) return at + 1
  }
  return source.length
}

const blank = /\s/u
const isName = (source: string, after: number): boolean => {
  let at = after
  while (at < source.length && blank.test(source.charAt(at))) at += 1
  return source.charAt(at) === ':'
}

interface Scan {
  element: number
  depth: number
  names: Set<string>
  readonly twice: Map<number, Set<string>>
}

/** Takes one mark of JSON into the scan; `level` is the depth at which an entry's own names stand. */
const mark = (scan: Scan, sign: string, level: number): void => {
  if (sign === '{' || sign === '[') scan.depth += 1
  else if (sign === '}' || sign === ']') scan.depth -= 1
  else if (sign === ',' && scan.depth === level - 1) {
    scan.element += 1
    scan.names = new Set()
  }
}

const name = (scan: Scan, text: string): void => {
  if (scan.names.has(text)) scan.twice.set(scan.element, (scan.twice.get(scan.element) ?? new Set()).add(text))
  scan.names.add(text)
}

/** The names given twice in each object of a sound JSON text, where JSON.parse would keep the last and say nothing. */
const namesTwice = (source: string, level: number): ReadonlyMap<number, ReadonlySet<string>> => {
  const scan: Scan = { element: 0, depth: 0, names: new Set(), twice: new Map() }
  for (let at = 0; at < source.length; ) {
    if (source.charCodeAt(at) !== quote) {
      mark(scan, source.charAt(at), level)
      at += 1
      continue
    }
    const end = endOfText(source, at)
    if (scan.depth === level && isName(source, end)) name(scan, JSON.parse(source.slice(at, end)) as string)
    at = end
  }
  return scan.twice
}

const twiceFault = (line: number, field: string): Fault => ({
  line,
  field,
  what: 'is given twice on this line: keep one',
})

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notObject = 'is not an entry: an entry begins with { and ends with }, and names its kind'

type Parsed = { readonly value: unknown } | { readonly wrong: string }

const parsed = (source: string): Parsed => {
  try {
    return { value: JSON.parse(source) as unknown }
  } catch (error) {
    const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1]
    return { wrong: at === undefined ? '' : `, from character ${Number(at) + 1} on` }
  }
}

const unsound = (where: string): string =>
  `is not sound JSON${where}: write one whole entry on one line, with each name and each text in quotation marks and a comma between them`

const readLine = (source: string, line: number): Lines => {
  const result = parsed(source)
  if ('wrong' in result) return { lines: [], faults: [{ line, what: unsound(result.wrong) }] }
  if (!isObject(result.value)) return { lines: [], faults: [{ line, what: notObject }] }
  const twice = [...(namesTwice(source, 1).get(0) ?? [])]
  return { lines: [{ place: { line }, raw: result.value }], faults: twice.map(field => twiceFault(line, field)) }
}

const isPassedOver = (source: string): boolean => source === '' || source.startsWith('#') || source.startsWith('//')

/** The lines of a JSON Lines file: an entry a line; blank lines and lines that begin with # or // are passed over. */
const readEachLine = (text: string): Lines => {
  const lines: Line[] = []
  const faults: Fault[] = []
  for (const [index, own] of text.split(/\r\n|\n|\r/u).entries()) {
    const source = own.trim()
    if (isPassedOver(source)) continue
    if (source.length > longestLine) {
      faults.push({ line: index + 1, what: 'is longer than 1 MB: an entry is one short line' })
      continue
    }
    const one = readLine(source, index + 1)
    lines.push(...one.lines)
    faults.push(...one.faults)
  }
  return { lines, faults }
}

/** The entries of a file that is one JSON list; the line is the number of the entry in it. */
const readList = (source: string): Lines => {
  const result = parsed(source)
  if ('wrong' in result)
    return {
      lines: [],
      faults: [
        { line: 1, what: `is not a sound JSON list${result.wrong}: close it with ], or write one entry a line` },
      ],
    }
  const elements = Array.isArray(result.value) ? (result.value as readonly unknown[]) : [result.value]
  const twice = namesTwice(source, 2)
  return {
    lines: elements.flatMap((raw, index) => (isObject(raw) ? [{ place: { line: index + 1 }, raw }] : [])),
    faults: [
      ...elements.flatMap((raw, index) => (isObject(raw) ? [] : [{ line: index + 1, what: notObject }])),
      ...[...twice].flatMap(([index, fields]) => [...fields].map(field => twiceFault(index + 1, field))),
    ],
  }
}

/** What a JSON Lines file holds, or a file that is one JSON list of entries. */
export const readJsonLines = (text: string): Lines => {
  const whole = text.trim()
  return whole.startsWith('[') ? readList(whole) : readEachLine(text)
}
