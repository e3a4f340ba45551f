import { replay, replayHelp } from './replay.ts'
import { template } from './template.ts'

const help = `Holdfast: the shared safeguarding record that does not let go of a child.

${replayHelp}
holdfast template csv|xlsx|jsonl [FILE]

  Makes an empty chronology file to fill in.
`

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = { replay, template }

const run = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === 'help' || args.includes('--help')) {
    process.stdout.write(help)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command !== undefined) return command(args)
  process.stderr.write(`There is no command "${name}".\n\n${help}`)
  return 2
}

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))
process.exitCode = await run(process.argv.slice(2))
