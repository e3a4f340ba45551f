import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Agency } from '../../../people/service.ts'
import { csrfOf, findToken } from '../../../sharing/session.ts'
import { createFeed, receive } from '../../../store/feeds.ts'
import { setSheetColumns } from '../../../store/sheets.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from '../trial.ts'
import { askTrial } from '../trial-facts.ts'

let trial: TrialHoldfast
let gwen: AtWork
let desmond: AtWork
let crispin: AtWork
before(async () => {
  trial = await trialHoldfast()
  gwen = await trial.signInAs('gwen.tolliver')
  desmond = await trial.signInAs('desmond.achebe')
  crispin = await trial.signInAs('crispin.yeo')
})
after(() => trial.end())

const sendFile = async (who: AtWork, path: string, text: string): Promise<Response> => {
  const body = new FormData()
  body.set('csrf', csrfOf(findToken(who.cookie, false) ?? ''))
  body.set('file', new File([text], 'list.csv'))
  return trial.web.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', host: 'localhost', cookie: who.cookie },
    body,
  })
}

const location = (answer: Response): string => answer.headers.get('location') ?? ''

describe('the feeds of a hospital', () => {
  it('are made by its clinic manager, and what is wrong with the form is said beside it', async () => {
    const form = {
      name: 'Clinic lists',
      id: 'royal-lists',
      agency: 'hospital/royal',
      sort: 'sheet',
      authority: 'RQ8',
      hours: '72',
      excluded: 'sexual health',
    }
    const wrong = await desmond.post('/feeds/new', { ...form, id: 'New!', hours: '0' })
    assert.equal(wrong.status, 400)
    assert.match(await wrong.text(), /Write a short name of small letters[\s\S]*whole number of hours/u)
    const other = await desmond.post('/feeds/new', { ...form, agency: 'hospital/northfield' })
    assert.equal(other.status, 400)
    assert.equal(location(await desmond.post('/feeds/new', form)), '/feeds/royal-lists')
    assert.match(
      await (await desmond.post('/feeds/new', form)).text(),
      /There is a feed &quot;royal-lists&quot; already/u,
    )
    assert.match(await gwen.text('/feeds'), /Clinic lists/u)
    // A secretary looks after a feed, and makes none.
    assert.equal((await gwen.get('/feeds/new')).status, 404)
  })

  it('show how they stand, in numbers', async () => {
    const page = await gwen.text('/feeds/royal-lists')
    assert.match(page, /Nothing has come yet/u)
    assert.match(page, /Send a sheet/u)
  })

  it('are nobody else’s: another hospital, another role, and nobody finds so much as a count', async () => {
    const northfield = {
      id: 'nf',
      name: 'Northfield system',
      agency: 'hospital/northfield' as Agency,
      sort: 'hl7',
    } as const
    const feed = await createFeed(trial.store, { partnership: trial.partnership, ...northfield })
    await receive(trial.store, feed, [{ bytes: Buffer.from('MSH|^~\\&|') }])
    assert.doesNotMatch(await gwen.text('/feeds'), /Northfield/u)
    assert.equal((await gwen.get('/feeds/nf')).status, 404)
    assert.equal((await gwen.get('/feeds/nf/sheets')).status, 404)
    for (const name of ['siobhan.keane', 'farida.noor', 'marguerite.sands', 'ruth.adeyemi']) {
      const other = await trial.signInAs(name)
      for (const path of ['/feeds', '/feeds/new', '/feeds/royal-lists', '/feeds/royal-lists/sheets'])
        assert.equal((await other.get(path)).status, 404, `${name} ${path}`)
      assert.doesNotMatch(await other.text('/today'), /href="\/feeds"/u)
    }
  })

  it('are numbers alone for the information-governance lead', async () => {
    assert.match(
      await crispin.text('/feeds'),
      /Northfield system[\s\S]*Clinic lists|Clinic lists[\s\S]*Northfield system/u,
    )
    assert.match(await crispin.text('/feeds/nf'), /Waits to be read/u)
    assert.equal((await crispin.get('/feeds/royal-lists/sheets')).status, 404)
    assert.equal((await crispin.get('/feeds/new')).status, 404)
  })
})

const heading = 'NHS No,Surname,Forename,DOB,Appt Date,Appt Time,Clinic,Result'
const stranger = '9990000018,Nobody,Here,01/02/2019,04/11/2026,09:30,Eye clinic,X9'

describe('a sheet', () => {
  it('is looked at before anything is taken, and is taken once', async () => {
    const sent = await sendFile(
      gwen,
      '/feeds/royal-lists/sheets',
      `${heading}\n${stranger}\n123,Bad,Row,01/02/2019,04/11/2026,,,\n`,
    )
    assert.equal(sent.status, 303)
    const columns = await gwen.text(location(sent))
    assert.match(columns, /Which heading is what/u)
    assert.match(columns, /Such as Eye clinic/u)
    const chosen = {
      'column-0': 'nhs',
      'column-1': 'surname',
      'column-2': 'forename',
      'column-3': 'born',
      'column-4': 'day',
    }
    const more = { 'column-5': 'time', 'column-6': 'clinic', 'column-7': 'outcome', dates: 'day-first' }
    const lacking = await gwen.post(`${location(sent)}/columns`, { ...chosen, ...more, 'column-4': '' })
    assert.match(await lacking.text(), /Say which column is the day of the appointment/u)
    assert.equal((await gwen.post(`${location(sent)}/columns`, { ...chosen, ...more })).status, 303)
    const preview = await gwen.text(location(sent))
    assert.match(preview, /1 row new, 0 as before, 1 refused/u)
    assert.match(preview, /Line 3, NHS No has 3 digits, an NHS number has 10, and there is no hospital number/u)
    assert.match(preview, /X9 \(in “Result”\): 1 row/u)
    assert.match(preview, /Taken in where it is about a child on an open record; else destroyed after 72 hours/u)
    assert.deepEqual(await askTrial(trial, `select 1 from message where feed = 'royal-lists' and partnership = $1`), [])
    const taken = await gwen.post(`${location(sent)}/take`, {})
    assert.match(await gwen.text(location(taken)), /1 row taken/u)
    // Pressed a second time it says the same, and takes nothing.
    assert.match(await (await gwen.post(`${location(sent)}/take`, {})).text(), /1 row taken/u)
    assert.equal(
      (await askTrial(trial, `select 1 from message where feed = 'royal-lists' and partnership = $1`)).length,
      1,
    )
    const again = await sendFile(gwen, '/feeds/royal-lists/sheets', `${heading}\n${stranger}\n`)
    assert.match(await gwen.text(location(again)), /There is nothing new in this sheet/u)
  })

  it('is for whoever sent it alone', async () => {
    const sent = await sendFile(gwen, '/feeds/royal-lists/sheets', `${heading}\n${stranger}\n`)
    assert.equal((await desmond.get(location(sent))).status, 404)
    assert.equal((await gwen.get(location(sent))).status, 200)
  })

  it('that is none gets a clear word, and is kept nowhere', async () => {
    const before = await askTrial(trial, 'select count(*) from sheet_upload where partnership = $1')
    for (const [text, what] of [
      ['', /is missing: choose a file/u],
      ['%PDF-1.7', /is a PDF/u],
      ['PK\u0003\u0004', /not a sound Excel workbook/u],
      ['a,b\n"never', /never closed/u],
    ] as const) {
      const answer = await sendFile(gwen, '/feeds/royal-lists/sheets', text)
      assert.equal(answer.status, 400)
      assert.match(await answer.text(), what)
    }
    assert.deepEqual(await askTrial(trial, 'select count(*) from sheet_upload where partnership = $1'), before)
    const large = await sendFile(gwen, '/feeds/royal-lists/sheets', 'x'.repeat(12 * 1024 * 1024))
    assert.equal(large.status, 413)
  })

  it('gives back nothing as markup', async () => {
    const sent = await sendFile(
      gwen,
      '/feeds/royal-lists/sheets',
      `${heading},<b>Odd</b>\n9990000018,<script>x</script>,=1+1,01/02/2019,04/11/2026,,<i>Eye</i>,<u>,z\n`,
    )
    const page = await gwen.text(location(sent))
    assert.doesNotMatch(page, /<script>x|<i>Eye|<u>|<b>Odd/u)
    assert.match(page, /&lt;script&gt;x/u)
  })

  it('says of a child whose record the visitor may open what it becomes there, and of nobody else', async () => {
    const [maya] = await askTrial(
      trial,
      `select nhs, born::text from person where person = 'maya' and partnership = $1 limit 1`,
    )
    const text = `${heading}\n${maya?.['nhs']},Ellis,Maya,${maya?.['born']},2031-01-06,09:30,Eye clinic,\n`
    const lists = { id: 'nf-lists', name: 'Lists', agency: 'hospital/northfield' as Agency, sort: 'sheet' } as const
    const feed = await createFeed(trial.store, { partnership: trial.partnership, ...lists })
    const columns = {
      nhsno: 'nhs',
      surname: 'surname',
      forename: 'forename',
      dob: 'born',
      apptdate: 'day',
      appttime: 'time',
    }
    await setSheetColumns(trial.store, feed, { columns, dates: 'day-first' }, 'somebody')
    const seen = async (signIn: string) => {
      const who = await trial.signInAs(signIn)
      return who.text(location(await sendFile(who, '/feeds/nf-lists/sheets', text)))
    }
    // Who has no business with Maya's record is not even told that there is one.
    assert.ok(/<strong>Maya Ellis<\/strong><br>An appointment was booked/u.test(await seen('ivo.sandford')))
    const other = await seen('lorna.petrie')
    assert.ok(/Taken in where it is about a child on an open record/u.test(other) && !/<strong>Maya/u.test(other))
  })
})

describe('what the codes mean', () => {
  it('is shown with how often each was seen, tried against what is stored, and only then put in force', async () => {
    const page = await gwen.text('/feeds/royal-lists/mapping')
    assert.ok(/X9\s*<\/label>[\s\S]*in Result, seen once/u.test(page))
    const at = /for="means-(\d+)">\s*X9/u.exec(page)?.[1] ?? ''
    const kept = await gwen.post('/feeds/royal-lists/mapping', {
      ...{ [`place-${at}`]: 'Result', [`code-${at}`]: 'X9', [`means-${at}`]: 'missed' },
      ...{ 'place-9': '', 'code-9': 'ATT', 'means-9': 'attended' },
    })
    assert.equal(location(kept), '/feeds/royal-lists/mapping/1')
    const tried = await gwen.text('/feeds/royal-lists/mapping/1')
    assert.ok(/outcome not known<\/td>\s*<td[^>]*>missed<\/td>\s*<td[^>]*>1</u.test(tried))
    assert.ok(/Put this edition in force/u.test(tried))
    assert.equal((await gwen.post('/feeds/royal-lists/mapping/1', {})).status, 303)
    assert.ok(/This edition is in force/u.test(await gwen.text('/feeds/royal-lists/mapping/1')))
    assert.ok(/Edition 1<\/a>[\s\S]*In force[\s\S]*Gwen Tolliver/u.test(await gwen.text('/feeds/royal-lists/mapping')))
  })

  it('makes no new edition where nothing was changed, and keeps what the page did not ask', async () => {
    const again = await gwen.post('/feeds/royal-lists/mapping', {
      'place-0': 'Result',
      'code-0': 'X9',
      'means-0': 'missed',
    })
    assert.equal(location(again), '/feeds/royal-lists/mapping/1')
    const other = await gwen.post('/feeds/royal-lists/mapping', { 'place-0': 'Result', 'code-0': 'X9', 'means-0': '' })
    assert.equal(location(other), '/feeds/royal-lists/mapping/2')
    const page = await gwen.text('/feeds/royal-lists/mapping/2')
    assert.ok(/ATT/u.test(page) && /missed<\/td>\s*<td[^>]*>\s*outcome not known</u.test(page))
  })

  it('is nobody else’s to see', async () => {
    for (const who of [crispin, await trial.signInAs('lorna.petrie')])
      for (const path of ['/feeds/royal-lists/mapping', '/feeds/royal-lists/mapping/1'])
        assert.equal((await who.get(path)).status, 404)
    assert.equal((await gwen.get('/feeds/royal-lists/mapping/99')).status, 404)
  })
})

describe('the council’s extract', () => {
  const sendFiles = async (who: AtWork, files: Readonly<Record<string, string>>): Promise<Response> => {
    const body = new FormData()
    body.set('csrf', csrfOf(findToken(who.cookie, false) ?? ''))
    for (const [name, text] of Object.entries(files)) body.append('files', new File([text], `${name}.csv`))
    const headers = { 'sec-fetch-site': 'same-origin', host: 'localhost', cookie: who.cookie }
    return trial.web.request('/feeds/council/extract', { method: 'POST', headers, body })
  }
  const person = 'pers_person_id,pers_dob,pers_common_child_id\n1,2020-10-03,9990102686\n'
  const visit = 'cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\n'

  it('is sent by hand by whoever manages the service, and a row that is gone is theirs to look at', async () => {
    const judith = await trial.signInAs('judith.arkwrightbose')
    const form = {
      name: 'Council',
      id: 'council',
      agency: 'social-care',
      sort: 'extract',
      authority: 'LA',
      hours: '72',
      excluded: '',
    }
    assert.equal((await judith.post('/feeds/new', form)).status, 303)
    assert.equal((await sendFiles(judith, { notes: 'a,b\n' })).status, 400)
    const [alfie] = await askTrial(
      trial,
      `select nhs, born::text from person where person = 'alfie' and partnership = $1 limit 1`,
    )
    const own = person.replace('9990102686', String(alfie?.['nhs'])).replace('2020-10-03', String(alfie?.['born']))
    const first = await sendFiles(judith, { ssd_person: own, ssd_cp_visits: `${visit}1,1,2026-11-02,Y\n2,1,never,Y\n` })
    const said = await first.text()
    assert.ok(/1 entry written/u.test(said) && /ssd_cp_visits.csv, line 3, cppv_cp_visit_date: /u.test(said))
    const second = await (
      await sendFiles(judith, { ssd_person: own, ssd_cp_visits: `${visit}3,1,2026-11-03,Y\n` })
    ).text()
    assert.ok(/No longer in the extract[\s\S]*Alfie[\s\S]*cp visits/u.test(second))
    assert.equal((await judith.post('/feeds/council/extract/gone', { source: 'ssd_cp_visits/1' })).status, 303)
    assert.ok(!/No longer in the extract/u.test(await judith.text('/feeds/council/extract')))
    assert.equal((await gwen.get('/feeds/council/extract')).status, 404)
  })
})
