import { describe, it } from 'node:test'
import { addDays, getDay, isoDay } from '../calendar/day.ts'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const ben = { kind: 'person', person: 'ben', as: 'child', born: '2015-06-06' }
const by = 'hospital/royal'
const missed = (on: string, more: Line = {}) => ({ kind: 'was-not-brought', on, by, ...more })
const visit = (on: string, reached: string, more: Line = {}) => ({
  kind: 'contact',
  on,
  by: 'health-visiting',
  way: 'visit',
  reached,
  ...more,
})
const off = { kind: 'cancellation-asked', on: '2019-02-20', by: 'social-care', meeting: 'm', person: 'leah' }
const three = [missed('2019-02-04'), visit('2019-02-11', 'no'), off]

/** So many appointments kept, one every third day from a day on. */
const kept = (from: string, count: number): readonly Line[] =>
  Array.from({ length: count }, (_, place) => ({
    kind: 'attended',
    on: isoDay(addDays(getDay(from), 3 * place)),
    by: 'hospital/northfield',
  }))

describe('a family and services that do not meet', () => {
  it('is thought over after three in sixty days, whatever the service, for each child', () => {
    given(maya, ben, ...three).due('engagement-reviewed', '2019-03-06', '2019-03-06')
    given(maya, ...three.slice(0, 2)).silent('engagement-reviewed')
    given(maya, missed('2018-12-01'), ...three.slice(1)).silent('engagement-reviewed')
  })

  it('is not asked of a child with many clinics well kept', () => {
    given(maya, ...kept('2018-12-31', 9), ...three).silent('engagement-reviewed')
    given(maya, ...kept('2018-12-31', 6), ...three).due('engagement-reviewed', '2019-03-06')
  })

  it('counts nothing that is excused, asked ahead, or not known to the family', () => {
    given(maya, missed('2019-02-04', { barrier: 'no-transport' }), ...three.slice(1)).silent('engagement-reviewed')
    given(maya, three[0] ?? off, visit('2019-02-11', 'no', { arranged: 'no' }), off).silent('engagement-reviewed')
    const called = { kind: 'meeting-called', on: '2019-02-01', by: 'social-care', meeting: 'm', when: '2019-03-01' }
    given(maya, called, ...three).silent('engagement-reviewed')
  })

  it('ends when people thought it over, by that name or at a meeting', () => {
    const reviewed = { kind: 'engagement-reviewed', on: '2019-03-01', by: 'social-care', shared: 'yes' }
    given(maya, ...three, reviewed)
      .on('2019-03-01')
      .kept('engagement-reviewed')
    given(maya, ...three, { kind: 'strategy-discussion', on: '2019-03-08', by: 'social-care' })
      .on('2019-03-08')
      .keptLate('engagement-reviewed')
    given(maya, ...three, { kind: 'meeting-held', on: '2019-03-04', by: 'social-care', type: 'core-group' })
      .on('2019-03-06')
      .kept('engagement-reviewed')
  })
})

describe('more kept just after a concern, and less again since', () => {
  const concern = { kind: 'concern', on: '2019-03-01', by: 'school/hill', neglect: 'yes' }
  const before = [missed('2019-01-25'), missed('2019-02-08'), missed('2019-02-22')]
  const after = [visit('2019-03-08', 'yes'), visit('2019-03-22', 'yes'), visit('2019-04-05', 'yes')]
  const later = [missed('2019-04-20'), missed('2019-05-04'), missed('2019-05-18')]

  it('asks for thought, and concludes nothing', () =>
    given(maya, ...before, concern, ...after, ...later).due('co-operation-analysed', '2019-05-13'))

  it('is not asked where what was kept stays kept, or nothing rose', () => {
    const stays = [visit('2019-04-20', 'yes'), visit('2019-05-04', 'yes')]
    given(maya, ...before, concern, ...after, ...stays).silent('co-operation-analysed')
    given(maya, ...after, concern, ...later).silent('co-operation-analysed')
  })

  it('ends when it was thought over', () =>
    given(maya, ...before, concern, ...after, ...later, {
      kind: 'engagement-reviewed',
      on: '2019-05-10',
      by: 'social-care',
      about: 'says-and-does',
    })
      .on('2019-05-10')
      .kept('co-operation-analysed'))
})

describe('trust that is poor', () => {
  const distrust = { kind: 'distrust', on: '2019-03-01', by: 'health-visiting', person: 'leah', agency: 'social-care' }

  it('asks for a plan to win it, once in half a year', () => {
    given(maya, distrust, { ...distrust, on: '2019-04-01' }).due('trust-plan-made', '2019-03-15')
    given(maya).silent('trust-plan-made')
  })

  it('ends with the plan, or with an advocate', () => {
    given(maya, distrust, { kind: 'trust-plan', on: '2019-03-10', by: 'social-care', ways: 'advocate' })
      .on('2019-03-10')
      .kept('trust-plan-made')
    given(maya, distrust, { kind: 'advocate', on: '2019-03-20', by: 'voluntary', person: 'leah', advocate: 'N. Osei' })
      .on('2019-03-20')
      .keptLate('trust-plan-made')
  })
})

describe('the reason that a family gives for a miss', () => {
  const reason = missed('2019-02-04', { appointment: 'a', reason: 'The bus did not come' })

  it('is checked by the agency', () => {
    given(maya, reason).due('reason-for-miss-checked', '2019-02-11')
    given(maya, missed('2019-02-04')).silent('reason-for-miss-checked')
  })

  it('is checked by a second source, by talking with the family, or by saying that the miss does not count', () => {
    const checked = { kind: 'reason-checked', on: '2019-02-08', by, answer: 'unverified' }
    given(maya, reason, checked).on('2019-02-08').kept('reason-for-miss-checked')
    given(maya, reason, { kind: 'contact', on: '2019-02-06', by, way: 'call', about: 'a' })
      .on('2019-02-06')
      .kept('reason-for-miss-checked')
    const excused = { kind: 'appointment-excused', on: '2019-02-20', by, appointment: 'a', because: 'no-transport' }
    given(maya, reason, excused).on('2019-02-20').keptLate('reason-for-miss-checked')
  })
})

describe('help that is refused', () => {
  const refused = { kind: 'consent-refused', on: '2019-03-01', by: 'early-help', person: 'leah', to: 'early-help' }

  it('is a right: the service asks why and offers another form', () => {
    given(maya, refused).due('refusal-explored', '2019-03-08')
    given(maya, { ...refused, to: 'sharing' }).silent('refusal-explored')
    given(maya, { ...refused, to: 'child-in-need' }).silent('refusal-explored')
  })

  it('ends with the new offer, whatever the family says to it', () =>
    given(maya, refused, { kind: 'help-offered', on: '2019-03-06', by: 'early-help', answer: 'declined' })
      .on('2019-03-06')
      .kept('refusal-explored'))

  it('asks what it means for the child when the service then stops', () => {
    const ends = { kind: 'service-ends', on: '2019-03-12', by: 'early-help' }
    given(maya, refused, ends).due('refused-help-weighed', '2019-03-19')
    given(maya, refused).silent('refused-help-weighed')
    given(maya, refused, { ...ends, instead: 'The school nurse' }).silent('refused-help-weighed')
    const decided = {
      kind: 'refusal-decided',
      on: '2019-03-14',
      by: 'social-care',
      decision: 'continue',
      reason: 'Safe',
    }
    given(maya, refused, ends, decided).on('2019-03-14').kept('refused-help-weighed')
  })
})

describe('what was only said', () => {
  const claim = { kind: 'ground', on: '2019-03-01', by: 'social-care', ground: 'g', about: 'helped-by', person: 'gran' }

  it('is seen with a second source', () => {
    given(maya, claim).due('support-tested', '2019-03-15')
    given(maya, { ...claim, tested: 'yes' }).silent('support-tested')
  })

  it('ends when somebody met the helper, or the ground was tested', () => {
    given(maya, claim, { kind: 'contact', on: '2019-03-08', by: 'social-care', with: 'gran' })
      .on('2019-03-08')
      .kept('support-tested')
    given(maya, claim, { ...claim, on: '2019-03-20', tested: 'no' })
      .on('2019-03-20')
      .keptLate('support-tested')
  })

  it('is weighed when somebody declines or is vague, and nobody counts it against who was not asked', () => {
    const vague = { kind: 'not-forthcoming', on: '2019-03-01', by: 'social-care', person: 'rob' }
    given(maya, vague).due('not-forthcoming-weighed', '2019-03-05')
    given(maya, { ...vague, effect: 'We do not know who lives there' })
      .on('2019-03-05')
      .kept('not-forthcoming-weighed')
    const covered = { kind: 'person-covered', on: '2019-03-01', by: 'social-care', person: 'rob' }
    given(maya, { ...covered, status: 'declined' }).due('not-forthcoming-weighed', '2019-03-05')
    given(maya, { ...covered, status: 'not-asked' }).silent('not-forthcoming-weighed')
  })
})
