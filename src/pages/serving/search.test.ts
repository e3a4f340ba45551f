import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { append } from '../../store/append.ts'
import type { Line } from '../../store/line.ts'
import { type AtWork, type TrialHoldfast, trialHoldfast } from './trial.ts'
import { atWorkAs, plainly, recordOf } from './trial-facts.ts'

let trial: TrialHoldfast
let visitor: AtWork

before(async () => {
  trial = await trialHoldfast()
  visitor = await trial.signInAs('ruth.adeyemi')
})
after(() => trial.end())

const write = (name: string, ...lines: readonly Line[]) =>
  append(trial.store, { partnership: trial.partnership, record: recordOf(trial, name), lines, writer: 'import' })
const found = async (who: AtWork, words: string): Promise<string> => (await who.post('/search', { words })).text()
const nothing = /Nothing that you may see holds these words/u

describe('search', () => {
  it('finds entries of one’s own families, each with its day and the way to it', async () => {
    const page = await found(visitor, 'hydrocortisone')
    assert.match(page, /Maya Ellis/u)
    assert.match(page, /One instruction for Hydrocortisone was settled/u)
    const [, address = ''] = /href="(\/families\/\w+\/chronology\?entry=\w+)#e-\w+"/u.exec(page) ?? []
    assert.equal((await visitor.get(address)).status, 200)
  })

  it('finds children by any part of their name, however it is spelled', async () => {
    for (const words of ['maya', 'ELLIS maya', 'may'])
      assert.match(await found(visitor, words), new RegExp(`href="/families/${recordOf(trial, '01')}"`, 'u'), words)
    assert.match(await found(visitor, 'Tobi'), nothing)
  })

  it('says what it needs, and what to do when it finds nothing', async () => {
    assert.match(await visitor.text('/search'), /Write a word, or several/u)
    assert.match(await found(visitor, 'xyzzy'), nothing)
  })

  it('has an address for whoever links to it, and none with the words in it for its own form', async () => {
    assert.match(await visitor.text('/search?words=hydrocortisone'), /Maya Ellis/u)
    const page = await visitor.text('/search')
    assert.match(page, /<form method="post" action="\/search"/u)
  })

  it('takes whatever is typed as words', async () => {
    for (const words of ['<script>alert(1)</script>', `"'; drop table content --`, '%', '&|!', ' '.repeat(50)]) {
      const answer = await visitor.post('/search', { words })
      assert.equal(answer.status, 200, words)
      assert.doesNotMatch(await answer.text(), /<script>alert/u)
    }
  })
})

describe('what search does not find', () => {
  const worry = { kind: 'concern', on: '2026-11-24', by: 'health-visiting', text: 'The marmalade cat was outside.' }

  it('stands in a family that is not one’s own', async () => {
    await write('12', worry)
    assert.match(await found(visitor, 'marmalade'), nothing)
    const own = await atWorkAs(trial, 'Ffion Maddocks')
    assert.match(await found(own, 'marmalade'), /Tobi Nyman-Okoro/u)
  })

  it('is the same page for a stranger, whether or not the words are anywhere', async () => {
    const stranger = await trial.signInAs('wendell.ings')
    const pages = await Promise.all(
      ['marmalade', 'xyzzy', 'tobi', 'maya'].map(async words =>
        plainly(await stranger.post('/search', { words }), words),
      ),
    )
    assert.equal(new Set(pages).size, 1)
  })

  it('is restricted to others, in words and in number', async () => {
    await write('01', { ...worry, by: 'police', text: 'A violet envelope.', sight: ['police'] })
    assert.match(await found(visitor, 'violet envelope'), nothing)
  })

  it('is a former version, when the one that stands is restricted', async () => {
    await write('01', { ...worry, id: 'lamp', text: 'An amber lamp.' })
    assert.match(await found(visitor, 'amber lamp'), /1 entry in 1 family/u)
    await write('01', {
      ...worry,
      id: 'lamp-2',
      corrects: 'lamp',
      written: '2026-11-25',
      text: 'A lamp.',
      by: 'police',
      sight: ['police'],
    })
    assert.match(await found(visitor, 'amber lamp'), nothing)
  })

  it('is in a family that was opened without belonging, or in which a relative appears', async () => {
    await write('05', { ...worry, text: 'A turquoise kettle.' })
    const aunt = await trial.signInAs('abigail.twentyman')
    assert.match(await found(aunt, 'turquoise'), nothing)
    assert.match(await found(aunt, 'Ezra'), nothing)
    const officer = await trial.signInAs('wendell.ings')
    await officer.post('/open-without-belonging', { nhs: '9990111294', reason: 'The landlord found the child alone.' })
    assert.match(await found(officer, 'marmalade'), nothing)
  })
})
