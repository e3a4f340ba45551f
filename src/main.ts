import { readAsked, usage } from './cli/start/asked.ts'
import { Refusal } from './cli/start/refusal.ts'
import { serveShared } from './cli/start/shared.ts'
import { viewFile } from './cli/start/viewer.ts'
import { ServerRefusal } from './store/server/refusal.ts'

const main = async (): Promise<void> => {
  try {
    const asked = readAsked(process.argv.slice(2))
    if (asked.help) console.log(usage)
    else if (asked.file !== undefined) await viewFile(asked.file, asked.port)
    else await serveShared(asked)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof ServerRefusal)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}

await main()
