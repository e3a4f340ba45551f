import { parseArgs } from 'node:util'
import { getDay } from '../src/calendar/day.ts'
import { boroughFor, livedThrough } from './simulate/borough-lived.ts'
import { overCaps, reportLines, unraised } from './simulate/report.ts'
import { writeBorough } from './simulate/write-borough.ts'

/** How it is used. */
const help = `npm run simulate -- [--seed N] [--families N] [--years N] [--until DAY] [--slack N] [--write FOLDER]

  Makes up a borough and lives through its years day by day: who is told how much, which rules speak, and whether what was
  left out on purpose is raised. The same seed gives the same borough. Ends with 1 when a cap or a planted drop fails.
  --until DAY     the last day that is looked at
  --slack N       so many times more is late than usual: 2 is a borough in which it piles up
  --write FOLDER  writes the borough as a chronology file for \`holdfast import\`, and what was left out, and runs nothing
`

const options = {
  seed: { type: 'string', default: '1' },
  families: { type: 'string', default: '3000' },
  years: { type: 'string', default: '2' },
  until: { type: 'string', default: '2026-03-31' },
  slack: { type: 'string', default: '1' },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const numberOf = (name: string, text: string): number => {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0) return number
  throw new Error(`--${name} is a number above 0, not ${text}`)
}

const { values } = parseArgs({ options })
const wished = {
  seed: numberOf('seed', values.seed),
  families: Math.max(20, Math.floor(numberOf('families', values.families))),
  years: numberOf('years', values.years),
  slack: numberOf('slack', values.slack),
  until: getDay(values.until),
}

const run = (): void => {
  const borough = boroughFor(wished)
  const found = livedThrough(borough, done => {
    if (done % 100 === 0) process.stderr.write(`${done} of ${wished.families} families\n`)
  })
  for (const line of reportLines(found)) say(line)
  if (overCaps(found).length > 0 || unraised(found).length > 0) process.exitCode = 1
}

if (values.help) say(help)
else if (values.write === undefined) run()
else for (const line of await writeBorough(boroughFor(wished), values.write)) say(line)
