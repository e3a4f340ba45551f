/** Why the database cannot be had, each something that the person at the terminal can mend. */
export type ServerRefusalCode =
  | 'already-running'
  | 'starting-or-stopping'
  | 'no-rights'
  | 'no-folder'
  | 'disk-full'
  | 'no-user'
  | 'no-binaries'
  | 'unsupported-platform'
  | 'other-owner'
  | 'other-version'
  | 'damaged'
  | 'wrong-password'
  | 'would-not-start'
  | 'would-not-stop'
  | 'bad-address'

/** The database cannot be had; the message is whole, says what to do, and holds nothing personal and no password. */
export class ServerRefusal extends Error {
  readonly code: ServerRefusalCode
  constructor(code: ServerRefusalCode, message: string) {
    super(message)
    this.name = 'ServerRefusal'
    this.code = code
  }
}

/** The other way to a database, said wherever the one that comes with Holdfast cannot run. */
export const otherServer =
  'Or set DATABASE_URL to a PostgreSQL server of your own: postgresql://user:password@host:5432/name'

const inWords = {
  'no-rights': (folder: string) =>
    `Holdfast may not write in ${folder}. Choose another folder for the data, or change who may write there.`,
  'no-folder': (folder: string) =>
    `${folder} is no folder, and none can be made there. Choose another folder for the data.`,
  'disk-full': (folder: string) => `The disk that holds ${folder} is full. Make room on it and start Holdfast again.`,
} satisfies Partial<Record<ServerRefusalCode, (folder: string) => string>>

/** The refusal of a name under which there is no folder. */
export const noFolder = (folder: string): ServerRefusal => new ServerRefusal('no-folder', inWords['no-folder'](folder))

const ofSystem: Readonly<Record<string, keyof typeof inWords>> = {
  EACCES: 'no-rights',
  EPERM: 'no-rights',
  EROFS: 'no-rights',
  ENOTDIR: 'no-folder',
  EEXIST: 'no-folder',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

const saidByPrograms: readonly (readonly [RegExp, keyof typeof inWords])[] = [
  [/No space left on device|Disk quota exceeded/u, 'disk-full'],
  [/Permission denied|Operation not permitted|Read-only file system/u, 'no-rights'],
]

/** What is thrown for an error of the computer: a refusal where somebody can mend it, else the error itself. */
export const refusalOf = (error: unknown, folder: string): unknown => {
  const code = error instanceof Error && 'code' in error ? ofSystem[String(error.code)] : undefined
  return code === undefined ? error : new ServerRefusal(code, inWords[code](folder))
}

const findIn = (line: string) => saidByPrograms.find(([words]) => words.test(line))?.[1]

/** The refusal that the words of a PostgreSQL program amount to, if somebody can mend it. */
export const findRefusal = (said: string, folder: string): ServerRefusal | undefined => {
  const line = said.split('\n').find(one => findIn(one) !== undefined) ?? ''
  const code = findIn(line)
  if (code === undefined) return undefined
  return new ServerRefusal(code, `${inWords[code](folder)}\nPostgreSQL says: ${line.trim()}`)
}
