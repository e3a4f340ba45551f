import type { Context, MiddlewareHandler } from 'hono'
import { statusOf, type Wrong, wrongPage } from './wrong.ts'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** An answer that is no page, in plain words. */
export const answerWrong = (c: Context, wrong: Wrong): Response | Promise<Response> =>
  c.html(wrongPage(wrong), statusOf(wrong))

/** Sets on every answer, good or bad, that nothing foreign is loaded, nothing is kept, and no other site may frame it. */
export const withHeaders: MiddlewareHandler = (c, next) => {
  // Before the page is made: to change the headers of an answer that is there makes the whole answer anew.
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  return next()
}

const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu

/** Refuses a request that was sent to any other name: a name that an attacker makes point to this computer (DNS rebinding). */
export const onlyThisComputer: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return ownHost.test(host) ? next() : answerWrong(c, 'not-here')
}

/** The same for an installation that is reached at an address of its own, behind a server that holds its certificate. */
export const onlyThisHost =
  (address: string): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    return host.toLowerCase() === new URL(address).host || ownHost.test(host) ? next() : answerWrong(c, 'not-here')
  }

/** Whether a form was sent from a page of ours: as the browser says, else by where it says it comes from. */
const isOwnForm = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  return (
    origin !== undefined &&
    URL.canParse(origin) &&
    new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
  )
}

/** Refuses what another site would have sent in the name of whoever sits here. */
export const onlyOwnForms: MiddlewareHandler = async (c, next) =>
  isOwnForm(c) ? next() : answerWrong(c, 'from-elsewhere')
