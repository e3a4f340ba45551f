import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const baby: Line = { kind: 'person', person: 'pip', born: '2024-03-01', subject: 'yes' }
const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const bruise: Line = { kind: 'injury', on: '2024-06-03', by: 'health-visiting', injury: 'i1', what: 'a bruise' }
const fitting: Line = { ...bruise, explanation: 'fell from a swing', explained: 'yes' }
const held: Line = { kind: 'strategy-discussion', on: '2024-06-04', by: 'social-care' }

describe('an injury that is not explained', () => {
  it('is one of a baby whose account nobody has judged, though somebody gave it', () => {
    const baby = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
    const told = {
      kind: 'injury',
      on: '2019-02-04',
      by: 'health-visiting',
      what: 'a bruise',
      explanation: 'hit the cot',
    }
    given(baby, told).due('injury-referred', '2019-02-04')
    given(baby, { ...told, judgedBy: 'the GP' }).silent('injury-referred')
    given({ ...baby, born: '2017-06-06' }, told).silent('injury-referred')
  })

  it('is referred to social care the same day by whoever saw it', () => {
    given(child, bruise).due('injury-referred', '2024-06-03')
    given(child, bruise).on('2024-06-04').late('injury-referred')
    const referred = { kind: 'referral-made', on: '2024-06-03', by: 'health-visiting', to: 'social-care' }
    given(child, bruise, referred).on('2024-06-04').kept('injury-referred')
    given(child, bruise, { ...referred, on: '2024-06-06' })
      .on('2024-06-07')
      .keptLate('injury-referred')
  })

  it('is referred by each agency that sees one, though another said nothing of the first', () => {
    const second = { ...bruise, on: '2024-06-10', by: 'nursery/oak', injury: 'i2' }
    given(child, bruise, second).due('injury-referred', '2024-06-03', '2024-06-10')
    given(child, bruise, { ...second, by: 'health-visiting' }).due('injury-referred', '2024-06-03')
  })

  it('is known to social care by any word of it: told, a strategy discussion, its own assessment', () => {
    const told = { kind: 'told', on: '2024-06-03', by: 'health-visiting', of: 'i1', to: 'team manager' }
    given(child, bruise, told).on('2024-06-03').kept('injury-referred')
    given(child, bruise, held).on('2024-06-04').kept('injury-referred')
    const opened = { kind: 'assessment-opened', on: '2024-06-03', by: 'social-care', type: 'child-and-family' }
    given(child, bruise, opened).on('2024-06-03').kept('injury-referred')
    given(child, { ...bruise, by: 'social-care' }).silent('injury-referred')
  })

  it('is talked about in a strategy discussion within a day', () => {
    given(child, bruise).due('injury-strategy-discussion', '2024-06-04')
    given(child, bruise, held).on('2024-06-05').kept('injury-strategy-discussion')
    given(child, bruise, { ...held, on: '2024-06-12' })
      .on('2024-06-12')
      .keptLate('injury-strategy-discussion')
    given(child, { ...bruise, explanation: 'fell', explained: 'unclear' }).due(
      'injury-strategy-discussion',
      '2024-06-04',
    )
  })

  it('is examined by a paediatrician within a day', () => {
    given(child, bruise).due('injury-examined', '2024-06-04')
    const opinion = { kind: 'injury-opinion', on: '2024-06-04', by: 'hospital/royal', injury: 'i1', fits: 'no' }
    given(child, bruise, opinion).on('2024-06-04').kept('injury-examined')
    given(child, { ...bruise, by: 'hospital/royal', seenByDoctor: 'yes' })
      .on('2024-06-03')
      .kept('injury-examined')
    const visit = { kind: 'urgent-attendance', on: '2024-06-03', by: 'hospital/royal' }
    given(child, bruise, visit).on('2024-06-03').kept('injury-examined')
  })

  it('asks for one strategy discussion, not two, where the same is written as a concern', () => {
    given(child, bruise, { kind: 'concern', on: '2024-06-03', by: 'health-visiting', harm: 'yes' }).silent(
      'injury-strategy-discussion',
    )
  })
})

describe('an injury whose explanation fits', () => {
  it('asks for nothing in a child who runs about', () => {
    given(child, fitting).silent('injury-referred')
    given(child, fitting).silent('injury-strategy-discussion')
    given(child, fitting).silent('injury-examined')
    given(child, { ...bruise, explanation: 'fell from a swing' }).silent('injury-referred')
  })

  it('is referred all the same in a baby who cannot move yet', () => {
    given(baby, fitting).due('injury-referred', '2024-06-03')
    given(baby, fitting).due('injury-strategy-discussion', '2024-06-04')
    given(baby, { ...fitting, mobile: 'yes' }).silent('injury-referred')
    given(child, { ...fitting, mobile: 'no' }).due('injury-referred', '2024-06-03')
    given(baby, { kind: 'incident', on: '2024-06-03', by: 'gp', type: 'injury' }).due('injury-referred', '2024-06-03')
    given(child, { kind: 'incident', on: '2024-06-03', by: 'gp', type: 'injury' }).silent('injury-referred')
  })

  it('is settled by a paediatrician who finds that it fits, but not for a baby', () => {
    const opinion = { kind: 'injury-opinion', on: '2024-06-03', by: 'hospital/royal', fits: 'yes' }
    given(child, bruise, opinion).on('2024-06-05').noLongerOwes('injury-strategy-discussion')
    given(baby, bruise, opinion).on('2024-06-06').late('injury-strategy-discussion')
  })
})

describe('injuries that come again', () => {
  const again = (on: string, id: string): Line => ({ ...fitting, on, injury: id })
  const three = [again('2024-01-08', 'a'), again('2024-04-08', 'b'), again('2024-06-03', 'c')]

  it('are looked at together at the third in twelve months', () => {
    given(child, ...three).due('injuries-seen-together', '2024-06-10')
    given(child, ...three, held)
      .on('2024-06-10')
      .kept('injuries-seen-together')
    given(child, ...three, { ...held, on: '2024-07-10' })
      .on('2024-07-10')
      .keptLate('injuries-seen-together')
  })

  it('are counted anew after that', () => {
    given(child, ...three, held, again('2024-06-20', 'd')).due('injuries-seen-together', '2024-06-10')
  })

  it('are not three when two were seen on one day, one was in another year, or a paediatrician explained one', () => {
    given(child, again('2024-01-08', 'a'), ...three.slice(1, 2), again('2024-04-08', 'x')).silent(
      'injuries-seen-together',
    )
    given(child, again('2023-01-08', 'a'), ...three.slice(1)).silent('injuries-seen-together')
    const opinion = { kind: 'injury-opinion', on: '2024-04-09', by: 'hospital/royal', injury: 'b', fits: 'yes' }
    given(child, ...three, opinion).silent('injuries-seen-together')
  })
})

describe('an injury that is written as an incident', () => {
  const written: Line = { kind: 'incident', on: '2024-06-03', by: 'hospital/royal', type: 'injury' }

  it('asks for the same where its words tell of a mark and of no accident, or somebody is said to have done it', () => {
    given(child, { ...written, text: 'Swelling of the head and scratches.' }).due('injury-referred', '2024-06-03')
    given(child, { ...written, text: 'Swelling of the head and scratches.' }).due(
      'injury-strategy-discussion',
      '2024-06-04',
    )
    given(child, { ...written, alleged: 'rob' }).due('injury-referred', '2024-06-03')
    given(child, { ...written, text: 'Bruises, said to have fallen; not accidental.' }).due(
      'injury-referred',
      '2024-06-03',
    )
  })

  it('asks for nothing where its words tell of an accident', () => {
    given(child, { ...written, by: 'nursery/oak', text: 'Fell off the swing, grazed knee.' }).silent('injury-referred')
    given(child, { ...written, by: 'nursery/oak', text: 'Bumped heads in the playground, a bruise.' }).silent(
      'injury-strategy-discussion',
    )
  })
})

describe('a new injury long after one that nobody acted on', () => {
  it('asks anew', () => {
    const later = { ...bruise, on: '2024-09-02', injury: 'i9' }
    given(child, bruise, { ...bruise, on: '2024-06-10', injury: 'i2' }, later).due(
      'injury-strategy-discussion',
      '2024-06-04',
      '2024-09-03',
    )
    given(child, bruise, later).due('injury-referred', '2024-06-03', '2024-09-02')
  })
})
