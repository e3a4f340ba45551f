import { answer } from './commands.ts'

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))
const { status, out, err } = await answer(process.argv.slice(2))
process.stdout.write(out)
process.stderr.write(err)
process.exitCode = status
