import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

// The package unpacks the browser into the folder for temporary files, and one user cannot run what another unpacked.
const findBrowser = async (): Promise<string> => {
  const folder = join(tmpdir(), `holdfast-browser-${process.getuid?.() ?? 'own'}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  Object.assign(process.env, { TMPDIR: folder })
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** A real browser before pages that are served for a test. */
export interface TrialBrowser {
  readonly base: string
  /** Looks at pages in a context of its own. */
  readonly within: (options: BrowserContextOptions, look: (page: Page) => Promise<void>) => Promise<void>
  readonly end: () => Promise<void>
}

type Fetch = (request: Request) => Response | Promise<Response>

const serve = async (fetch: Fetch): Promise<Server> => {
  const server = createAdaptorServer({ fetch }) as Server
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

const contextOf =
  (browser: Browser): TrialBrowser['within'] =>
  async (options, look) => {
    const context = await browser.newContext(options)
    try {
      await look(await context.newPage())
    } finally {
      await context.close()
    }
  }

/** Serves pages on this computer and opens a browser before them. */
export const trialBrowser = async (fetch: Fetch): Promise<TrialBrowser> => {
  const server = await serve(fetch)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    within: contextOf(browser),
    end: async () => {
      await browser.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe finds in the way of people with disabilities on a page, a line each. */
export const barriers = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run()')) as Found
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  )
}

/** By how many pixels a page scrolls sideways. */
export const sideways = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
