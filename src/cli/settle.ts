import { limitInWords } from '../calendar/limit.ts'
import { londonDay } from '../calendar/moment.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import { agenciesThatSpoke, agencyOfWord } from '../duties/adoption.ts'
import { ruleClockInWords } from '../duties/rule-words.ts'
import { rules } from '../duties/rules.ts'
import type { Change, Settings } from '../duties/settings.ts'
import {
  findRule,
  readAdoption,
  readLimit,
  type Settled,
  type Settling,
  settlingPost,
  signingPosts,
  unknownRule,
} from '../intake/forms/settle-rules.ts'
import type { Practitioner } from '../people/practitioner.ts'
import { agencyInWords, findAgency } from '../people/service.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { quoted } from '../record/near.ts'
import { readAgencies, settingsIn } from '../store/agencies.ts'
import { append } from '../store/append.ts'
import { asRecorder } from '../store/asking.ts'
import { readStaff } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { getPractitioner } from './people.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast adopt` is used. */
export const adoptHelp = `holdfast adopt [AGENCY] [--rule NAME,NAME] [--from DAY] [--by SIGN-IN] [--give-up --reason TEXT] [--partnership N] [--data DIR]

  An agency adopts the rules that are not statutory: until then they only suggest. Without AGENCY: says who has adopted what.
  AGENCY     which agency: health-visiting, hospital/royal
  --rule     which rules, by the names of docs/duties.md; all of them if left out
  --from     for what begins from which day on: 2026-05-14; today if left out, earlier to take in what has begun
  --by       the sign-in name of whoever signs: somebody who manages the agency, or leads there on safeguarding
  --give-up  it no longer adopts them, and --reason says why
`

/** How `holdfast limit` is used. */
export const limitHelp = `holdfast limit [RULE] [LIMIT] [--from DAY] [--reason TEXT] [--by SIGN-IN] [--partnership N] [--data DIR]

  A partnership sets its own limit for a rule whose label is local. Without LIMIT: says what was set, by whom and why.
  RULE       the name of the rule, as docs/duties.md has it
  LIMIT      "5 working days", "6 weeks", "24 hours", "the same day"; or default, for that of Holdfast again
  --from     for what begins from which day on; today if left out, and never earlier
  --reason   why
  --by       the sign-in name of the partnership executive or the information-governance lead who sets it
`

const common = {
  ...databaseOptions,
  from: { type: 'string' },
  by: { type: 'string' },
  reason: { type: 'string' },
} as const

const settingsOf = async (store: Store, partnership: number): Promise<Settings> => {
  const { entries } = await asRecorder(store, { partnership }, client => readAgencies(store, client, partnership))
  return settingsIn(entries)
}

const signerOf = async (store: Store, partnership: number, signIn: string): Promise<Practitioner> => {
  const id = await getPractitioner(store, partnership, signIn)
  const { practitioners } = await asRecorder(store, { partnership }, client => readStaff(client, partnership))
  const found = practitioners.find(one => one.id === id)
  if (found === undefined) throw new Refusal(`"${signIn}" does not work in partnership ${partnership}, or no longer.`)
  return found
}

const write = async (store: Store, partnership: number, writer: Practitioner, settled: Settled): Promise<void> => {
  const refuse = (problems: readonly { readonly field: string; readonly what: string }[]) =>
    new Refusal(problems.map(({ field, what }) => `${field}: ${what}.`).join('\n'))
  if ('problems' in settled) throw refuse(settled.problems)
  const writing = { partnership, record: agenciesRecord, lines: [settled.line], writer: writer.id }
  const outcome = await append(store, writing)
  if ('problems' in outcome) throw refuse(outcome.problems)
}

const adoptions = ({ adoption }: Settings): string => {
  if (adoption === undefined) return 'Every rule counts as adopted: nobody has begun to adopt them one by one.'
  if (adoption.words.length === 0) return 'No agency has adopted a rule yet: only what is statutory is owed.'
  const lines = agenciesThatSpoke(adoption).flatMap(agency => [
    agency,
    ...adoption.words
      .filter(word => agencyOfWord(word) === agency)
      .map(word => {
        const what = word.rule.includes('all') ? 'all rules' : word.rule.join(', ')
        const who = [word.author, word.role].filter(one => one !== undefined).join(', ')
        return `  ${dayInWords(word.day)}: ${word.kind === 'rule-adopted' ? 'adopts' : 'gives up'} ${what}${who === '' ? '' : ` (${who})`}`
      }),
  ])
  return lines.join('\n')
}

const adoptOptions = { ...common, rule: { type: 'string' }, 'give-up': { type: 'boolean' } } as const

const namesOf = (given: string | undefined): readonly string[] => {
  const names = (given ?? 'all')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  return names.includes('all') ? ['all'] : names
}

const settlingFor = (who: Practitioner, agencyText: string, store: Store): Settling => {
  const agency = findAgency(agencyText)
  if (agency === undefined)
    throw new Refusal(`${quoted(agencyText)} is not an agency: write a service, or service/name such as hospital/royal`)
  const post = signingPosts(who.posts).find(one => one.agency === agency)
  if (post === undefined)
    throw new Refusal(
      `${who.name} does not sign for ${agencyInWords(agency)}: whoever manages it, or leads there on safeguarding, does.`,
    )
  return { name: who.name, post, today: londonDay(store.now()) }
}

/** `holdfast adopt`: says what an agency has adopted, or what all have. */
export const adopt = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options: adoptOptions, words: ['AGENCY'], help: adoptHelp })
  const [agency] = words
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    if (agency === undefined) return said(adoptions(await settingsOf(store, partnership)))
    const who = await signerOf(store, partnership, needed(values.by, '--by', adoptHelp))
    const settling = settlingFor(who, agency, store)
    const givesUp = values['give-up'] ?? false
    const typed = { rules: namesOf(values.rule), from: values.from ?? '', reason: values.reason ?? '', givesUp }
    const settled = readAdoption(typed, settling)
    await write(store, partnership, who, settled)
    const count = typed.rules.includes('all') ? 'all rules' : countOf(typed.rules.length, 'rule')
    return said(`${agency} ${givesUp ? 'gives up' : 'adopts'} ${count}, signed by ${who.name}.`)
  })
}

const changeLine = ({ from, limit, entry }: Change): string => {
  const who = [entry.author ?? entry.by, entry.role].filter(one => one !== undefined).join(', ')
  const what = limit === undefined ? 'the default again' : limitInWords(limit)
  return `  from ${dayInWords(from)}: ${what}, set by ${who}${entry.reason === undefined ? '' : `: ${entry.reason}`}`
}

const limitsOf = ({ limits }: Settings, only: string | undefined): string => {
  const shown = rules.filter(({ name }) => (only === undefined ? limits.has(name) : name === only))
  if (shown.length === 0) return 'No limit was set: every one is that of Holdfast.'
  return shown
    .flatMap(rule => [
      `${rule.name} (${rule.label}; Holdfast: ${ruleClockInWords(rule)})`,
      ...(limits.get(rule.name) ?? []).map(changeLine),
    ])
    .join('\n')
}

const getRuleName = (name: string): string => {
  if (findRule(name) === undefined) throw new Refusal(`${unknownRule(name)}.`)
  return name
}

/** `holdfast limit`: says which limit holds now, or what was set. */
export const limit = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options: common, words: ['RULE', 'LIMIT'], help: limitHelp })
  const [name, text] = words
  const rule = name === undefined ? undefined : getRuleName(name)
  return withStore(values, async ({ store }) => {
    const partnership = await getPartnership(store, values.partnership)
    if (rule === undefined || text === undefined) return said(limitsOf(await settingsOf(store, partnership), rule))
    const who = await signerOf(store, partnership, needed(values.by, '--by', limitHelp))
    const post = settlingPost(who.posts)
    if (post === undefined)
      throw new Refusal(
        `${who.name} sets no limits: the partnership executive or the information-governance lead does.`,
      )
    const settling = { name: who.name, post, today: londonDay(store.now()) }
    const typed = { rule, limit: text, from: values.from ?? '', reason: values.reason ?? '' }
    await write(store, partnership, who, readLimit(typed, settling))
    return said(limitsOf(await settingsOf(store, partnership), rule))
  })
}
