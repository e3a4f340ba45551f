import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const people: readonly Line[] = [
  { kind: 'person', person: 'maya', as: 'child', born: '2017-06-06' },
  { kind: 'person', person: 'leah', as: 'adult' },
  { kind: 'person', person: 'jay', as: 'adult' },
  { kind: 'person', person: 'irene', as: 'adult' },
  { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' },
  { kind: 'lives-at', on: '2018-01-01', by: 'housing', person: 'maya; leah; irene', address: '7 Weir Lane' },
]
const decision = { kind: 'decision', on: '2018-08-06', by: 'social-care', decision: 'd1', decides: 'no-further-action' }
const ground = { kind: 'ground', on: '2018-08-06', by: 'social-care', ground: 'g1', decision: 'd1' }
const about = { on: '2018-09-03', by: 'health-visiting' }
const visit = { ...about, kind: 'contact', way: 'visit', where: 'home', seen: 'maya' }
const again = { ...decision, on: '2018-09-06', decision: 'd2', decides: 'strategy-discussion' }

const record = (...lines: readonly Line[]) => given(...people, decision, ...lines)
/** The decision is opened again by this entry, and not by the other, which looks much the same. */
const isGone = (rests: Line, entry: Line, other: Line) => {
  record({ ...ground, ...rests }, entry).due('ground-gone-decided-again', '2018-09-10')
  record({ ...ground, ...rests }, other).silent('ground-gone-decided-again')
}

describe('a decision whose ground has gone', () => {
  const away = { about: 'not-there', person: 'jay' }

  it('is made again: he who was not there is seen there, lives there, is with the child', () => {
    isGone(away, { ...visit, alsoThere: 'jay' }, { ...visit, alsoThere: 'irene' })
    isGone(away, { ...about, kind: 'concern', overnight: 'jay' }, { ...about, kind: 'concern' })
    const moves = { ...about, kind: 'lives-at', person: 'jay', address: '7 Weir Lane' }
    isGone(away, moves, { ...moves, address: '2 Mill Row' })
    const both = { ...about, kind: 'relationship', person: 'leah', is: 'partner', of: 'jay' }
    isGone({ ...away, about: 'no-contact' }, both, { ...both, is: 'former-partner' })
  })

  it('is made again: whoever protected died, moved out, lies in hospital, is said to have done harm, had drunk', () => {
    const irene = { about: 'protected-by', person: 'irene' }
    isGone(irene, { ...about, kind: 'death', person: 'irene' }, { ...about, kind: 'death', person: 'jay' })
    isGone(irene, { ...about, kind: 'admission', person: 'irene' }, { ...about, kind: 'admission', person: 'jay' })
    const moves = { ...about, kind: 'lives-at', person: 'irene', address: '2 Mill Row' }
    isGone(irene, moves, { ...moves, person: 'irene; maya; leah' })
    const incident = { ...about, kind: 'incident', type: 'domestic', alleged: 'irene' }
    isGone(irene, incident, { ...incident, alleged: 'jay' })
    isGone(irene, { ...visit, intoxicated: 'irene' }, visit)
    const arrest = { ...about, kind: 'finding', by: 'police', type: 'arrest', person: 'irene' }
    isGone(irene, arrest, { ...arrest, type: 'photograph' })
  })

  it('is made again: agreement is taken back, help has ended', () => {
    const agrees = { about: 'co-operates', person: 'leah' }
    const back = { ...about, kind: 'consent-withdrawn', person: 'leah', to: 'child-in-need' }
    isGone(agrees, back, { ...back, person: 'jay' })
    isGone(agrees, { ...back, kind: 'consent-refused' }, { ...back, kind: 'consent-given' })
    const help = { about: 'service', agency: 'early-help' }
    const declined = { ...about, kind: 'referral-declined', by: 'early-help', reason: 'Full' }
    isGone(help, declined, { ...declined, by: 'mental-health' })
    const worker = { kind: 'worker-starts', on: '2018-02-01', by: 'early-help', practitioner: 'Ann' }
    const leaves = { ...worker, on: '2018-09-03', kind: 'worker-leaves' }
    record({ ...ground, ...help }, worker, leaves).due('ground-gone-decided-again', '2018-09-10')
    const next = { ...worker, on: '2018-09-03', practitioner: 'Ben' }
    record({ ...ground, ...help }, worker, next, leaves).silent('ground-gone-decided-again')
  })

  it('is made again when somebody says so by hand, whatever it was about', () => {
    const over = { ...about, kind: 'ground-ended', ground: 'g1' }
    isGone({ about: 'other' }, over, { ...over, ground: 'g2' })
    isGone({ about: 'needs' }, over, visit)
  })

  it('is ended by whatever decides again, and by the same ground given anew', () => {
    const seen = { ...visit, alsoThere: 'jay' }
    record({ ...ground, ...away }, seen, again)
      .on('2018-09-06')
      .kept('ground-gone-decided-again')
    const talk = { kind: 'strategy-discussion', on: '2018-09-05', by: 'social-care' }
    record({ ...ground, ...away }, seen, talk)
      .on('2018-09-05')
      .kept('ground-gone-decided-again')
    record({ ...ground, ...away }, seen, { ...ground, ...away, on: '2018-09-07' })
      .on('2018-09-07')
      .kept('ground-gone-decided-again')
    record({ ...ground, ...away }, seen)
      .on('2018-09-11')
      .late('ground-gone-decided-again')
  })

  it('is that of a decision, a plan or its ending alone; what an assessment rested on is thought over', () => {
    const seen = { ...visit, alsoThere: 'jay' }
    record({ ...ground, ...away, decision: undefined, plan: 'p' }, seen).due('ground-gone-decided-again', '2018-09-10')
    record({ ...ground, ...away, decision: undefined, assessment: 'a' }, seen).silent('ground-gone-decided-again')
    record({ ...ground, ...away, decision: undefined, assessment: 'a' }, seen).due('ground-reassessed', '2018-09-17')
    record({ ...ground, ...away }, { ...seen, on: '2018-08-03' }).silent('ground-gone-decided-again')
  })
})
