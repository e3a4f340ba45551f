import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cannotBeKept } from '../../store/cannot-be-kept.ts'
import { isWell } from '../../store/store.ts'
import { addFiles, report } from '../app.ts'
import { answerWrong, onlyOwnForms, onlyThisComputer, onlyThisHost, withHeaders } from '../guard.ts'
import { addAccountPages } from './account.ts'
import { addAgenciesPages } from './agencies.ts'
import { addAheadPages } from './ahead.ts'
import { addCalendars } from './calendar.ts'
import { addDeskPages } from './desk.ts'
import { addDraftPages } from './drafts.ts'
import { addDutyPages } from './duty.ts'
import { addEmergencyPages } from './emergency.ts'
import { addEntriesJson } from './entries-json.ts'
import { addFamiliesPages } from './families.ts'
import { addFamilyPages } from './family.ts'
import { addFeedsPages } from './feeds/feeds.ts'
import { fhirPages } from './fhir/api.ts'
import { oauthPages } from './fhir/oauth.ts'
import { addGovernancePages } from './governance.ts'
import { addInboxPages } from './inbox.ts'
import { addMedicinesPages } from './medicines.ts'
import { addMissLists } from './miss-lists.ts'
import { addMissPages } from './misses.ts'
import { myPages } from './my.ts'
import { mySignInPages } from './my-sign-in.ts'
import { addNotifyCallback } from './notify-callback.ts'
import { addOpenWithoutBelongingPages } from './open-without-belonging.ts'
import { addParentsPages } from './parents-page.ts'
import { addRecordPages } from './record.ts'
import { addReferPages } from './refer.ts'
import { addRulesPages } from './rules.ts'
import { addSearchPages } from './search.ts'
import type { Env, Served, Web } from './served.ts'
import { addSetApartPages } from './set-apart.ts'
import { signInPages } from './sign-in.ts'
import { addTodayPages } from './today.ts'
import { onlyVisitors } from './visit.ts'
import { addWhatHappenedPages } from './what-happened.ts'

const largestForm = 1024 * 1024
// Where a file is sent: the file, and what a browser puts round it.
const largestUpload = 11 * 1024 * 1024
const uploads = /^\/feeds\/[a-z0-9-]+\/(?:sheets|extract)$/u

/** Every page of the shared record. */
const visitorPages = (served: Served): Web => {
  const web: Web = new Hono<Env>()
  web.use(onlyOwnFormsWhenSent, onlyVisitors(served))
  web.get('/', c => c.redirect('/today', 303))
  addAccountPages(web, served)
  addTodayPages(web, served)
  addInboxPages(web, served)
  addFamiliesPages(web, served)
  // Before the pages that only read: here a thing to do can be acted on, and the first that answers an address has it.
  addDutyPages(web, served)
  addMissPages(web, served)
  addMissLists(web, served)
  addAheadPages(web, served)
  addFamilyPages(web, served)
  addMedicinesPages(web, served)
  addEntriesJson(web, served)
  addRecordPages(web, served)
  addParentsPages(web, served)
  addDraftPages(web, served)
  addReferPages(web, served)
  addDeskPages(web, served)
  addWhatHappenedPages(web, served)
  addSearchPages(web, served)
  addRulesPages(web, served)
  addAgenciesPages(web, served)
  addSetApartPages(web, served)
  addOpenWithoutBelongingPages(web, served)
  addEmergencyPages(web, served)
  addFeedsPages(web, served)
  addGovernancePages(web, served)
  return web
}

/** Refuses whatever another site would send; reading needs no such proof. */
const onlyOwnFormsWhenSent: typeof onlyOwnForms = (c, next) => (c.req.method === 'GET' ? next() : onlyOwnForms(c, next))

const tooLarge = (c: Context) => answerWrong(c, 'too-large')
const form = bodyLimit({ maxSize: largestForm, onError: tooLarge })
const upload = bodyLimit({ maxSize: largestUpload, onError: tooLarge })
const limited: MiddlewareHandler = (c, next) => (uploads.test(c.req.path) ? upload(c, next) : form(c, next))

/** The shared record as the web sees it: what anybody may have, signing in, and everything behind it. */
export const holdfast = (served: Served): Hono => {
  const web = new Hono()
  web.use(withHeaders, served.address.startsWith('http://localhost') ? onlyThisComputer : onlyThisHost(served.address))
  // Other systems have no forms and no cookies, and send more at once.
  web.route('/', oauthPages(served))
  web.route('/', fhirPages(served))
  web.use(limited)
  addFiles(web)
  web.get('/healthy', async c => {
    await isWell(served.store)
    return c.text('well')
  })
  addCalendars(web, served)
  addNotifyCallback(web, served)
  web.route('/', signInPages(served))
  web.route('/', mySignInPages(served))
  web.route('/', myPages(served))
  web.route('/', visitorPages(served))
  web.notFound(c => answerWrong(c, 'not-found'))
  web.onError((error, c) => {
    if (cannotBeKept(error)) return answerWrong(c, 'cannot-be-kept')
    report(error, c)
    return answerWrong(c, 'fault')
  })
  return web
}
