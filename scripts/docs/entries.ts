import { readFileSync } from 'node:fs'
import { exampleFamily } from '../../src/intake/sheets/example-family.ts'
import { alsoWritten as alsoRoles, roles } from '../../src/people/role.ts'
import { alsoWritten as alsoServices, services } from '../../src/people/service.ts'
import { howToSayTable } from './how-to-say.ts'
import { commonFields, kindIndex, kindSections } from './kind-sections.ts'
import { code, codes, table } from './markdown.ts'

const alsoFor = (name: string, also: Readonly<Record<string, string>>): string =>
  codes(Object.keys(also).filter(word => also[word] === name))

const serviceTable = (): string =>
  table(
    ['write', 'for', 'also read'],
    Object.entries(services).map(([name, { words }]) => [code(name), words, alsoFor(name, alsoServices)]),
  )

const roleTable = (): string =>
  table(
    ['write', 'for', 'of', 'also read'],
    Object.entries(roles).map(([name, { words, service }]) => [
      code(name),
      words,
      service === 'other' ? '' : services[service].words,
      alsoFor(name, alsoRoles),
    ]),
  )

const example = (): string => exampleFamily.map(line => JSON.stringify(line)).join('\n')

const parts: Readonly<Record<string, () => string>> = {
  example,
  services: serviceTable,
  roles: roleTable,
  common: commonFields,
  phrases: howToSayTable,
  index: kindIndex,
  kinds: kindSections,
}

/** docs/entries.md: the prose that stands beside this file, with what comes from the code put in. */
export const entriesPage = (): string =>
  readFileSync(`${import.meta.dirname}/entries.md`, 'utf8').replaceAll(/\{\{([a-z]+)\}\}/gu, (_, name: string) => {
    const part = parts[name]
    if (part === undefined)
      throw new Error(`scripts/docs/entries.md asks for ${name}, which scripts/docs/entries.ts does not make`)
    return part()
  })
