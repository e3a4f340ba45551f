import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { bundle, hospitalAppointment, toXml } from '../intake/fhir/invented.ts'
import { type TrialCommands, trialCommands } from './trial-command.ts'

let on: TrialCommands
const { HOLDFAST_DATA } = process.env
before(async () => {
  on = await trialCommands()
  process.env['HOLDFAST_DATA'] = join(on.folder, 'data')
  await on.good('partnership', 'add', 'Northmoor')
  await on.good('feed', 'add', 'royal', '--name', 'Royal', '--agency', 'hospital/royal', '--sort', 'fhir')
})
after(async () => {
  if (HOLDFAST_DATA === undefined) delete process.env['HOLDFAST_DATA']
  else process.env['HOLDFAST_DATA'] = HOLDFAST_DATA
  await on.drop()
})

const put = async (name: string, text: string): Promise<string> => {
  const file = join(on.folder, name)
  await writeFile(file, text)
  return file
}

describe('holdfast fhir', () => {
  it('takes a resource, a list and a file of many, and names what it cannot take', async () => {
    const one = await put('one.xml', toXml(hospitalAppointment))
    assert.match(await on.good('fhir', one, '--feed', 'royal'), /one\.xml: 1 message taken\n$/u)
    const list = await put(
      'list.json',
      JSON.stringify(
        bundle('searchset', hospitalAppointment, {
          ...hospitalAppointment,
          id: 'x',
          participant: [{ actor: { reference: 'Patient/p8' } }],
        }),
      ),
    )
    assert.match(await on.good('fhir', list, '--feed', 'royal'), /: 2 messages taken\n$/u)
    const many = await put('many.ndjson', `${JSON.stringify(hospitalAppointment)}\n\nno FHIR\n`)
    const said = await on.run('fhir', many, '--feed', 'royal')
    assert.deepEqual([said.status, said.out.split('\n').slice(1)], [1, ['  line 3: This is neither JSON nor XML', '']])
    assert.deepEqual(await on.ask('select count(*)::int as n from message'), [{ n: 4 }])
  })

  it('takes each file of a folder once', async () => {
    const folder = join(on.folder, 'inbox')
    await mkdir(folder)
    await writeFile(join(folder, 'a.json'), JSON.stringify(hospitalAppointment))
    assert.match(await on.good('fhir', folder, '--feed', 'royal'), /: 1 new file\n$/u)
    assert.match(await on.good('fhir', folder, '--feed', 'royal'), /: 0 new files\n$/u)
  })

  it('says what is missing', async () => {
    await on.refused(/^FILE is missing/u, 'fhir')
    await on.refused(/There is no feed "none"/u, 'fhir', await put('x.json', '{}'), '--feed', 'none')
  })
})

describe('a system by command', () => {
  it('is made, with its secret said once, listed, and ended', async () => {
    const said = await on.good(
      'add-system',
      'Records of the Royal',
      '--agency',
      'hospital/royal',
      '--role',
      'clinic',
      '--feed',
      'royal',
    )
    const [, client = '', secret = ''] = /client_id {6}(\S+)\nclient_secret {2}(\S+)\n/u.exec(said) ?? []
    assert.match(secret, /^[\w-]{43}$/u)
    const rows = JSON.stringify(await on.ask('select * from system_client'))
    assert.ok(rows.includes(client) && !rows.includes(secret))
    assert.equal(
      await on.good('list-systems'),
      `${client}  Records of the Royal: reads as clinic in Royal hospital, sends into "royal"\n`,
    )
    await on.good('end-system', client)
    assert.equal(await on.good('list-systems'), 'There is no system yet.\n')
    await on.refused(/^There is no system/u, 'end-system', client)
    await on.refused(/^NAME is missing/u, 'add-system')
    await on.refused(/is not a role/u, 'add-system', 'X', '--agency', 'gp', '--role', 'gpp')
  })
})
