import type { Spread } from './counts.ts'
import { isExpected, type Raised, unraisedInWords } from './dropped.ts'
import type { RuleLine } from './ledger.ts'
import type { Load, LoadOf } from './load.ts'

/** What a run found. */
export interface Found {
  readonly load: Load
  readonly ledger: readonly RuleLine[]
  readonly raised: readonly Raised[]
  readonly families: number
  readonly entries: number
  readonly caseloads: readonly string[]
}

/** The caps on new notices a practitioner and working day (issue 4). */
export const caps = { median: 3, p95: 8, worstRole: 15 } as const

const fixed = (number: number): string => number.toFixed(number < 10 ? 2 : 1)

const spreadInWords = ({ mean, median, p95, p99, most }: Spread): string =>
  `mean ${fixed(mean)}, median ${median}, 95th ${p95}, 99th ${p99}, most ${most}`

const loadLine = ({ who, role, agency, spread }: LoadOf): string =>
  `  ${[role, agency, who].filter(word => word !== '').join(', ')}: ${spreadInWords(spread)}`

const top = (loads: readonly LoadOf[], many: number): readonly string[] => loads.slice(0, many).map(loadLine)

const cells = [40, 8, 8, 8, 6, 10, 10, 10, 8] as const
const row = (values: readonly (string | number)[]): string =>
  `  ${values.map((value, at) => (at === 0 ? String(value).padEnd(cells[0]) : String(value).padStart(cells[at] ?? 8))).join('')}`

const ledgerLines = (ledger: readonly RuleLine[]): readonly string[] => [
  row(['rule', 'leads', 'told', 'raised', 'met', 'met late', 'still late', 'no longer', 'by word']),
  ...ledger.map(one =>
    row([
      one.rule,
      one.leads,
      one.tellings,
      one.raised,
      one.inTime,
      one.late,
      one.stillLate,
      one.noLonger,
      one.elsewhere,
    ]),
  ),
]

const share = (part: number, of: number): string =>
  `${part} of ${of} (${of === 0 ? 100 : Math.floor((part / of) * 100)} in 100)`

/** Acts left out of which a rule speaks, and which were not raised in time to the right role. */
export const unraised = ({ raised }: Found): readonly Raised[] =>
  raised.filter(({ drop, by }) => by === undefined && isExpected(drop))

const dropLines = (found: Found): readonly string[] => {
  const expected = found.raised.filter(({ drop }) => isExpected(drop))
  const waiting = found.raised.filter(({ drop }) => !isExpected(drop)).map(({ drop }) => drop.what)
  const raised = expected.filter(({ by }) => by !== undefined)
  return [
    `Acts left out on purpose: ${share(raised.length, expected.length)} raised within five working days, to the right role`,
    ...[...Map.groupBy(expected, ({ drop }) => drop.what)].map(
      ([what, own]) => `  ${what}: ${own.filter(({ by }) => by !== undefined).length} of ${own.length}`,
    ),
    ...(waiting.length === 0 ? [] : [`  no rule yet for: ${[...new Set(waiting)].join(', ')}`]),
    ...unraised(found).map(one => `  NOT RAISED ${unraisedInWords(one)}`),
  ]
}

/** What is over a cap, in words; nothing when the load can be lived with. */
export const overCaps = ({ load }: Found): readonly string[] => {
  const worst = load.roles[0]
  return [
    ...(load.heard.median > caps.median ? [`median ${load.heard.median}, at most ${caps.median}`] : []),
    ...(load.heard.p95 > caps.p95 ? [`95th ${load.heard.p95}, at most ${caps.p95}`] : []),
    ...(worst !== undefined && worst.spread.p99 > caps.worstRole
      ? [`${worst.role}: 99th ${worst.spread.p99}, at most ${caps.worstRole}`]
      : []),
    ...load.desks
      .filter(desk => desk.spread.p99 > caps.worstRole)
      .map(desk => `desk ${desk.who}: 99th ${desk.spread.p99}, at most ${caps.worstRole}`),
  ]
}

const sum = (ledger: readonly RuleLine[], of: (line: RuleLine) => number): number =>
  ledger.reduce((total, line) => total + of(line), 0)

/** What a run found, line by line. */
export const reportLines = (found: Found): readonly string[] => {
  const { load, ledger, families, entries } = found
  const over = overCaps(found)
  const raised = sum(ledger, line => line.raised)
  return [
    `${families} families, ${entries} entries, ${load.notices} notices (${load.further} of them lists of what found no room in a day)`,
    ...found.caseloads,
    '',
    'New notices a practitioner and working day',
    `  of all days: ${spreadInWords(load.all)}`,
    `  of days with any: ${spreadInWords(load.heard)}`,
    'The heaviest roles',
    ...top(load.roles, 8),
    'The heaviest practitioners',
    ...top(load.people, 8),
    'The heaviest shared desks',
    ...top(load.desks, 8),
    '',
    `Duties: ${raised} raised, ${share(
      sum(ledger, line => line.inTime),
      raised,
    )} met in time, ${sum(ledger, line => line.late)} late, ${sum(ledger, line => line.stillLate)} still late`,
    ...ledgerLines(ledger),
    '',
    ...dropLines(found),
    '',
    over.length === 0 ? 'All caps hold.' : `OVER THE CAPS: ${over.join('; ')}`,
  ]
}
