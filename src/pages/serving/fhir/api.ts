import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isoDay } from '../../../calendar/day.ts'
import { capabilityStatement, smartConfiguration } from '../../../giving/fhir/capability.ts'
import { type GivenType, given } from '../../../giving/fhir/resource.ts'
import { largestFhir } from '../../../intake/fhir/read-fhir.ts'
import { report } from '../../app.ts'
import { type Served, todayOf } from '../served.ts'
import { answer, formatOf, notFound, refuse } from './answer.ts'
import { type FhirEnv, onlySystems } from './asker.ts'
import { everything, read, search, searchByForm } from './read.ts'
import { takers } from './take.ts'

const tooLarge = (c: Context) =>
  refuse(c, 413, { code: 'too-long', words: `This is more than ${largestFhir / 1024 / 1024} MB: send it in parts` })

const methodsOf = (path: string): string => {
  if (/^\/fhir\/Appointment\/./u.test(path)) return 'GET, PUT, PATCH'
  return /^\/fhir\/(?:Appointment)?$/u.test(path) ? 'GET, POST' : 'GET'
}

const notAllowed = (c: Context): Response => {
  c.header('Allow', methodsOf(c.req.path))
  return refuse(c, 405, { code: 'not-supported', words: 'This is not done here: metadata says what is' })
}

const addType = (web: Hono<FhirEnv>, served: Served, type: GivenType): void => {
  web.get(`/fhir/${type}`, c => search(c, served, type))
  web.post(`/fhir/${type}/_search`, c => searchByForm(c, served, type))
  web.get(`/fhir/${type}/:id`, c => read(c, served, type, c.req.param('id')))
}

const addKnown = (web: Hono<FhirEnv>, served: Served): void => {
  for (const type of given) addType(web, served, type)
  web.get('/fhir/Patient/:id/$everything', c => everything(c, served, c.req.param('id')))
}

/** What a system sends. */
const addTaking = (web: Hono<FhirEnv>, served: Served): void => {
  web.post('/fhir', c => takers.bundle(c, served))
  web.post('/fhir/', c => takers.bundle(c, served))
  web.post('/fhir/$process-message', c => takers.message(c, served))
  web.post('/fhir/Appointment', c => takers.create(c, served))
  web.put('/fhir/Appointment/:id', c => takers.update(c, served))
  web.patch('/fhir/Appointment/:id', c => takers.patch(c, served))
}

/** What anybody may know of it: what it does, and where a system signs in. */
const addOpen = (web: Hono<FhirEnv>, served: Served): void => {
  web.get('/fhir/metadata', c => answer(c, capabilityStatement(served.address, isoDay(todayOf(served)))))
  for (const path of ['/.well-known/smart-configuration', '/fhir/.well-known/smart-configuration'])
    web.get(path, c => c.json(smartConfiguration(served.address)))
}

/**
 * FHIR for other systems: everything that is answered here, well or ill, is a resource. It stands on the gate of the pages:
 * what a system may not see is in no list, no count and no answer.
 */
export const fhirPages = (served: Served): Hono<FhirEnv> => {
  const web = new Hono<FhirEnv>()
  web.use('/fhir/*', async (c, next) =>
    formatOf(c) === undefined
      ? refuse(c, 406, {
          code: 'not-supported',
          words: 'Answers are JSON or XML: application/fhir+json, application/fhir+xml',
        })
      : next(),
  )
  addOpen(web, served)
  web.use('/fhir/*', bodyLimit({ maxSize: largestFhir, onError: tooLarge }), onlySystems(served))
  web.use('/fhir', bodyLimit({ maxSize: largestFhir, onError: tooLarge }), onlySystems(served))
  addKnown(web, served)
  addTaking(web, served)
  web.all('/fhir/:type{[A-Z][A-Za-z]+}', c =>
    (given as readonly string[]).includes(c.req.param('type')) ? notAllowed(c) : notFound(c),
  )
  web.all('/fhir/:type{[A-Z][A-Za-z]+}/:rest{.+}', c =>
    (given as readonly string[]).includes(c.req.param('type')) && c.req.method !== 'GET' ? notAllowed(c) : notFound(c),
  )
  web.all('/fhir', notAllowed)
  web.all('/fhir/*', notFound)
  web.onError((error, c) => {
    report(error, c)
    return refuse(c, 500, { code: 'exception', words: 'This is a fault of Holdfast, and nothing was changed' })
  })
  return web
}
