import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { app } from './app.ts'
import { inventedPartnership, type Line, people } from './invented.ts'

const told = (on: string, by: string, dose: string, more: Line = {}): Line => ({
  ...{ kind: 'instruction', on, by, medicine: 'Hydrocortisone', dose, ...more },
})
const royal = told('2019-01-05', 'hospital/royal', '2.5 mg three times a day', { id: 'royal-1', author: 'Dr Lind' })
const north = told('2019-02-05', 'hospital/northfield', '5 mg twice a day', { id: 'north-1' })
const list = {
  kind: 'medicines-agreed',
  id: 'list-1',
  on: '2019-01-06',
  by: 'hospital/royal',
  version: '1',
  to: 'liv; gp',
}

const document = async (...lines: readonly Line[]) =>
  (await app(inventedPartnership([...people, ...lines])).request('/families/01/medicines')).text()
const part = (page: string, id: string) =>
  new RegExp(`<section class="holdfast-care" aria-labelledby="${id}">[\\s\\S]*?</section>`, 'u').exec(page)?.[0] ?? ''
const pageOf = async (id: string, ...lines: readonly Line[]) => part(await document(...lines), id)

describe('medicines side by side', () => {
  it('have the words of each prescriber, who wrote them and when, and say when they are not the same', async () => {
    const said = await pageOf('said', royal, north)
    assert.match(said, /2\.5 mg three times a day<\/p>[\s\S]*Dr Lind, Royal hospital[\s\S]*5 January 2019/u)
    assert.match(said, /5 mg twice a day<\/p>[\s\S]*Northfield hospital[\s\S]*5 February 2019/u)
    assert.match(said, /not the same words/u)
    assert.match(said, /Settle which instruction holds, and tell the parents in writing/u)
    assert.doesNotMatch(await pageOf('said', royal, { ...north, dose: royal['dose'] }), /not the same words/u)
  })

  it('warn before all else while a dose is being checked, with whom to ring', async () => {
    const works = {
      kind: 'worker-starts',
      on: '2019-01-01',
      by: 'hospital/royal',
      role: 'consultant',
      practitioner: 'Dr Lind',
    }
    const post = {
      kind: 'post',
      on: '2019-01-01',
      by: 'hospital/royal',
      post: 'c',
      role: 'consultant',
      practitioner: 'Dr Lind',
    }
    const page = await document(works, { ...post, telephone: '01632 960001' }, royal, north)
    assert.match(page, /A dose is being checked\. Ring Dr Lind, Royal hospital, <a [^>]*tel:01632960001/u)
    assert.ok(page.indexOf('A dose is being checked') < page.indexOf('id="ill"'))
    assert.doesNotMatch(await document(royal), /A dose is being checked/u)
  })

  it('tell nobody to ring after the child died', async () => {
    const death = { kind: 'death', on: '2019-03-01', by: 'hospital/royal', person: 'wyn' }
    const page = await document(royal, north, death)
    assert.doesNotMatch(page, /A dose is being checked|A sheet to print/u)
    assert.match(page, /not the same words/u)
  })

  it('keep what was said before, with what took its place', async () => {
    const later = told('2019-03-05', 'hospital/royal', '3 mg three times a day')
    const said = await pageOf('said', royal, later)
    assert.match(
      said,
      /What was said before[\s\S]*“2\.5 mg three times a day”[\s\S]*The same prescriber said something else since/u,
    )
  })

  it('show what was not collected, what the family says, and other names that begin alike', async () => {
    const more: readonly Line[] = [
      {
        kind: 'medicine-not-collected',
        on: '2019-02-01',
        by: 'gp',
        medicine: 'Hydrocortisone',
        reason: 'The chemist had none',
      },
      told('2019-02-02', 'family', 'half a tablet'),
      told('2019-02-03', 'gp', '5 mg', { medicine: 'Hydrocortisone tablets' }),
    ]
    const said = await pageOf('said', royal, ...more)
    for (const words of [
      'Not collected:',
      'The chemist had none',
      'The family says that they give',
      'half a tablet',
      'begins alike',
    ])
      assert.ok(said.includes(words), words)
  })

  it('say that a medicine is not given any more, and of none that the child takes nothing', async () => {
    const stopped = {
      kind: 'medicine-stopped',
      on: '2019-03-05',
      by: 'hospital/royal',
      medicine: 'Hydrocortisone',
      reason: 'Done',
    }
    assert.match(await pageOf('said', royal, stopped), /not given any more[\s\S]*Stop it[\s\S]*Why: Done/u)
    assert.match(await pageOf('said'), /That does not mean that the child takes none/u)
  })

  it('offer no form to whoever only reads', async () => {
    assert.doesNotMatch(await document(royal, north), /\/record\?kind=|medicines\/agree|medicines\/print/u)
  })
})

describe('the signed list on the page', () => {
  it('has its version, who signed it, its lines and who has it', async () => {
    const signed = { ...list, instructions: 'royal-1', signedBy: 'lead-paediatrician' }
    const shown = await pageOf('list', royal, signed)
    for (const words of [
      'Version 1 of 6 January 2019',
      'lead paediatrician',
      'Hydrocortisone',
      'Liv Quill',
      '2.5 mg three times a day',
    ])
      assert.ok(shown.includes(words), words)
    assert.doesNotMatch(shown, /something was said since|being checked/u)
    const after = await pageOf('list', royal, signed, north)
    assert.match(after, /being checked/u)
    assert.match(after, /something was said since/u)
  })

  it('says that it does not know its lines, or that there is none', async () => {
    assert.match(await pageOf('list', royal, list), /What stands on it is not written here: ask Royal hospital for it/u)
    assert.match(await pageOf('list', royal), /No list of all medicines was agreed yet/u)
    assert.match(
      await pageOf('list', royal, { ...list, instructions: 'royal-1; unseen' }),
      /more lines than you are shown \(1\)/u,
    )
  })
})

describe('the plan for sick days, results and questions on the page', () => {
  const plan = {
    kind: 'sick-day-plan',
    on: '2019-01-06',
    by: 'hospital/royal',
    steps: 'Ring the ward',
    ring: 'The ward',
  }

  it('say what to do, whom to ring, and whether the parent said it back', async () => {
    assert.match(await pageOf('ill', plan), /Ring the ward[\s\S]*The ward[\s\S]*not said back yet/u)
    const talk = {
      kind: 'sick-day-plan-said-back',
      on: '2019-01-08',
      by: 'health-visiting',
      understood: 'yes',
      text: 'I ring.',
    }
    assert.match(await pageOf('ill', plan, talk), /said back by the parent[\s\S]*I ring\./u)
    assert.match(await pageOf('ill'), /No plan for sick days is written here/u)
    const other = { kind: 'advice-given', on: '2019-01-09', by: 'urgent-care', said: 'Wait', contrary: 'yes' }
    assert.match(await pageOf('ill', plan, other), /Told something else than the plan says[\s\S]*“Wait”/u)
  })

  it('say where a result is, who owes it and how late, and never that it is told before it is', async () => {
    const asked = { kind: 'result-awaited', on: '2019-01-08', by: 'hospital/royal', result: 'scan', test: 'a scan' }
    const back = { kind: 'result-back', on: '2019-01-12', by: 'hospital/royal', result: 'scan' }
    const later = { kind: 'concern', on: '2019-06-12', by: 'school' }
    const shown = await pageOf('results', asked, back, later)
    assert.match(shown, /Back<\/strong><br><a [^>]*><time datetime="2019-01-12">/u)
    assert.match(shown, /Told to the parent<\/strong><br>Not yet/u)
    assert.match(shown, /months late\s*<\/strong> <a [^>]*>Tell the parents the result/u)
    const told = { kind: 'result-told', on: '2019-01-20', by: 'hospital/royal', result: 'scan', understood: 'no' }
    assert.match(await pageOf('results', asked, told), /Not understood: tell it again/u)
  })

  it('say what a parent asked, who owes the answer, and what was answered', async () => {
    const asks = {
      kind: 'question-asked',
      on: '2019-01-08',
      by: 'health-visiting',
      question: 'q',
      person: 'liv',
      to: 'gp',
      agency: 'gp/mill',
      text: 'Why her?',
    }
    const open = await pageOf('questions', asks)
    assert.match(open, /“Why her\?”[\s\S]*Liv Quill, asked of the GP, Mill GP practice/u)
    assert.match(open, /Answer what the parent asks[\s\S]*GP, Mill GP practice/u)
    const answer = {
      kind: 'question-answered',
      on: '2019-01-12',
      by: 'gp/mill',
      question: 'q',
      understood: 'yes',
      text: 'Chance.',
    }
    assert.match(
      await pageOf('questions', asks, answer),
      /No question is open[\s\S]*Answered \(1\)[\s\S]*Chance\.[\s\S]*understood/u,
    )
  })

  it('stand apart for each child of whom anything is written', async () => {
    const tom = { kind: 'person', person: 'tom', name: 'Tom Quill', born: '2016-01-01', as: 'child' }
    assert.doesNotMatch(await document(tom, royal), /<h2 class="holdfast-section">Tom Quill/u)
    const his = told('2019-01-05', 'gp', '2 puffs', { medicine: 'Salbutamol', child: 'tom' })
    assert.match(await document(tom, royal, his), /<h2 class="holdfast-section">Tom Quill[\s\S]*Salbutamol/u)
  })
})
