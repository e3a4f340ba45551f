import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readHl7Settings } from './port-settings.ts'

const read = (settings: Readonly<Record<string, string>>) =>
  readHl7Settings(Object.fromEntries(Object.entries(settings).map(([name, text]) => [`HOLDFAST_HL7_${name}`, text])))

const problem = (settings: Readonly<Record<string, string>>): string => {
  const said = read(settings)
  return 'problem' in said ? said.problem : assert.fail('it is taken')
}

describe('the ports for HL7', () => {
  it('are none where none is set', () => {
    assert.deepEqual(read({}), { settings: undefined })
    assert.deepEqual(read({ FEED: 'royal' }), { settings: undefined })
  })
  it('have a feed each, and answer on this computer unless another address is named', () => {
    assert.deepEqual(read({ PORT: '2575, 2576', FEED: 'royal, 2/northfield' }), {
      settings: {
        ports: [
          { port: 2575, partnership: undefined, feed: 'royal' },
          { port: 2576, partnership: '2', feed: 'northfield' },
        ],
        host: '127.0.0.1',
        cert: undefined,
        key: undefined,
        ca: undefined,
      },
    })
    const said = read({ PORT: '2575', FEED: 'royal', HOST: '10.0.0.4', CERT: 'c.pem', KEY: 'k.pem', CA: 'ca.pem' })
    assert.ok('settings' in said)
    assert.deepEqual(
      { ...said.settings, ports: 1 },
      { ports: 1, host: '10.0.0.4', cert: 'c.pem', key: 'k.pem', ca: 'ca.pem' },
    )
  })
  it('say what is wrong with them', () => {
    assert.match(problem({ PORT: '2575' }), /a feed for each port/u)
    assert.match(problem({ PORT: '2575,2576', FEED: 'royal' }), /a feed for each port/u)
    assert.match(problem({ PORT: '99999', FEED: 'royal' }), /has to be a port/u)
    assert.match(problem({ PORT: '2575', FEED: 'The Royal' }), /short names of feeds/u)
    assert.match(problem({ PORT: '2575,2575', FEED: 'royal,north' }), /twice/u)
    assert.match(problem({ PORT: '2575', FEED: 'royal', CERT: 'c.pem' }), /go together/u)
  })
})
