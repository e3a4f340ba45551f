import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const by = 'hospital/royal'
const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const booked: Line = { kind: 'appointment-booked', on: '2024-06-03', by, appointment: 'ears', when: '2024-06-28 10:00' }
const asked: Line = { kind: 'change-asked', on: '2024-06-05', by: 'health-visiting', appointment: 'ears', to: by }
const answered: Line = { kind: 'change-answered', on: '2024-06-07', by, appointment: 'ears', answer: 'not-possible' }

describe('a change that a family asked for', () => {
  it('is answered by the clinic in three working days, and before the appointment', () => {
    given(child, booked, asked).due('change-asked-answered', '2024-06-10')
    given(child, { ...booked, when: '2024-06-07' }, asked).due('change-asked-answered', '2024-06-06')
    given(child, booked, asked, answered).on('2024-06-07').kept('change-asked-answered')
    given(child, booked, asked, { ...answered, on: '2024-06-12' })
      .on('2024-06-12')
      .keptLate('change-asked-answered')
    given(child, booked, asked).on('2024-06-11').late('change-asked-answered')
  })

  it('is answered by a move, and no more to be answered when the day has come or it was called off', () => {
    const moved = { kind: 'appointment-moved', on: '2024-06-06', by, appointment: 'ears', to: '2024-07-01' }
    given(child, booked, asked, moved).on('2024-06-06').kept('change-asked-answered')
    const off = { kind: 'appointment-cancelled', on: '2024-06-06', by, appointment: 'ears', cancelledBy: 'clinic' }
    given(child, booked, asked, off).on('2024-06-06').noLongerOwes('change-asked-answered')
  })

  it('is one thing to do however often it is asked, until it was answered', () => {
    given(child, booked, asked, { ...asked, on: '2024-06-06' }).due('change-asked-answered', '2024-06-10')
    given(child, booked, asked, answered, { ...asked, on: '2024-06-10' }).due(
      'change-asked-answered',
      '2024-06-10',
      '2024-06-13',
    )
  })

  it('is silent where nobody asked', () => {
    given(child, booked).silent('change-asked-answered')
    given(child, booked, answered).silent('change-asked-answered')
  })
})

describe('a message that did not reach the family', () => {
  const message = (state: string): Line => ({
    ...{
      kind: 'message-to-family',
      on: '2024-06-26',
      by: 'partnership',
      person: 'leah',
      about: 'ears',
      way: 'text',
      state,
    },
  })
  const called = { kind: 'contact', on: '2024-06-27', by: 'health-visiting', way: 'call', with: 'leah' }

  it('is given by a person in one working day, and before the appointment', () => {
    for (const state of ['failed', 'held', 'for-a-person'])
      given(child, booked, message(state)).due('message-given-by-a-person', '2024-06-27')
    given(child, booked, message('failed'), called).on('2024-06-27').kept('message-given-by-a-person')
    given(child, booked, message('failed'), { ...called, on: '2024-06-28' })
      .on('2024-06-28')
      .keptLate('message-given-by-a-person')
    given(child, booked, message('failed'), { ...called, reached: 'no' })
      .on('2024-06-28')
      .late('message-given-by-a-person')
    given(child, booked, message('failed'), message('delivered')).on('2024-06-26').kept('message-given-by-a-person')
  })

  it('is no more to be given when they came, or it was called off', () => {
    const came = { kind: 'attended', on: '2024-06-28', by, appointment: 'ears' }
    given(child, booked, message('held'), came).on('2024-06-28').noLongerOwes('message-given-by-a-person')
  })

  it('is silent where it was sent or arrived, and after the death of the child', () => {
    given(child, booked, message('sent')).silent('message-given-by-a-person')
    given(child, booked, message('delivered')).silent('message-given-by-a-person')
    const died = { kind: 'death', on: '2024-06-26', by, person: 'pip' }
    given(child, booked, died, message('held')).on('2024-06-28').silent('message-given-by-a-person')
  })
})
