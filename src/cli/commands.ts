import { accountsHelp, resetSecondFactor, setPassword } from './accounts.ts'
import type { Answer } from './answer.ts'
import { backup, backupHelp } from './backup.ts'
import { dispose, disposeHelp } from './dispose.ts'
import { extract, extractHelp } from './extract.ts'
import { faultInWords, findRefusal } from './fault.ts'
import { feed, feedHelp } from './feed.ts'
import { fhir, fhirHelp } from './fhir.ts'
import { hl7, hl7Help } from './hl7.ts'
import { importFile, importHelp } from './import.ts'
import { partnership, partnershipHelp } from './partnership.ts'
import { addPost, addPractitioner, endPractitioner, practitionersHelp } from './practitioners.ts'
import { rebuild, rebuildHelp } from './rebuild.ts'
import { replay, replayHelp } from './replay.ts'
import { restore, restoreHelp } from './restore.ts'
import { adopt, adoptHelp, limit, limitHelp } from './settle.ts'
import { sheet, sheetHelp } from './sheet.ts'
import { addSystem, endSystem, listSystems, systemsHelp } from './systems.ts'
import { template, templateHelp } from './template.ts'
import { verify, verifyHelp } from './verify.ts'

const parts = [
  replayHelp,
  templateHelp,
  partnershipHelp,
  practitionersHelp,
  accountsHelp,
  importHelp,
  feedHelp,
  hl7Help,
  fhirHelp,
  sheetHelp,
  extractHelp,
  systemsHelp,
  adoptHelp,
  limitHelp,
  verifyHelp,
  rebuildHelp,
  disposeHelp,
  backupHelp,
  restoreHelp,
]

const help = `Holdfast: the shared safeguarding record that does not let go of a child.

${parts.join('\n')}
The database is that of the data folder (--data DIR, else HOLDFAST_DATA, else "data" beside the program), also while
Holdfast runs on it; or the one that DATABASE_URL names. docs/installing.md says more.
`

const commands: Readonly<Record<string, (args: string[]) => Promise<Answer | number>>> = {
  replay,
  template,
  partnership,
  'add-practitioner': addPractitioner,
  'add-post': addPost,
  'end-practitioner': endPractitioner,
  'set-password': setPassword,
  'reset-second-factor': resetSecondFactor,
  import: importFile,
  feed,
  hl7,
  fhir,
  sheet,
  extract,
  'add-system': addSystem,
  'list-systems': listSystems,
  'end-system': endSystem,
  adopt,
  limit,
  verify,
  rebuild,
  dispose,
  backup,
  restore,
}

/** What is to be said, where, and the status with which the process ends. */
export interface Said extends Answer {
  readonly err: string
}

const complaint = (words: string, status: number): Said => ({ status, out: '', err: `${words}\n` })

const answerOf = async (
  command: (args: string[]) => Promise<Answer | number>,
  args: readonly string[],
): Promise<Said> => {
  try {
    const answer = await command([...args])
    // Two commands print what they have as they have it.
    return typeof answer === 'number' ? { status: answer, out: '', err: '' } : { ...answer, err: '' }
  } catch (error) {
    const refusal = findRefusal(error)
    return refusal === undefined ? complaint(faultInWords(error), 1) : complaint(refusal, 2)
  }
}

/** Does what the words after `holdfast` ask for; gives what is to be said of it. */
export const answer = async ([name, ...args]: readonly string[]): Promise<Said> => {
  if (name === undefined || name === '--help' || name === 'help' || args.includes('--help'))
    return { status: 0, out: help, err: '' }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  return command === undefined ? complaint(`There is no command "${name}".\n\n${help}`, 2) : answerOf(command, args)
}
