import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type TrialCommands, trialCommands } from './trial-command.ts'

let on: TrialCommands
before(async () => {
  on = await trialCommands()
  await on.good('partnership', 'add', 'Northmoor')
  await on.good('import', on.example('02.jsonl'), '--replay')
})
after(() => on.drop())

const royal = ['feed', 'add', 'royal-lists', '--name', 'Lists', '--agency', 'hospital/royal', '--authority', 'RXX']

describe('the commands of feeds', () => {
  it('make a feed and list it, and say what is wrong with what was asked', async () => {
    await on.refused(/--sort is missing/u, ...royal)
    await on.refused(/"fax" is no sort of feed: write hl7, fhir, sheet, extract/u, ...royal, '--sort', 'fax')
    await on.refused(/whole number from 1 to 720/u, ...royal, '--sort', 'sheet', '--hours', '0')
    assert.match(await on.good('feed', 'list'), /There is no feed yet/u)
    await on.good(...royal, '--sort', 'sheet')
    await on.refused(/There is a feed "royal-lists" already/u, ...royal, '--sort', 'sheet')
    assert.match(await on.good('feed', 'list'), /royal-lists: Lists, sheet, of .*hospital\/royal/u)
  })

  it('take a sheet, naming each row that is refused, and the same sheet again changes nothing', async () => {
    const file = join(on.folder, 'list.csv')
    await writeFile(
      file,
      'NHS No,DOB,Appt Date,Outcome\n9990102686,03/10/2020,04/11/2026,DNA\n9990102686,03/10/2020,nonsense,\n',
    )
    const take = ['sheet', file, '--feed', 'royal-lists']
    assert.match(await on.good(...take, '--try'), /1 row would be taken, 0 as before, 1 refused/u)
    assert.match(await on.good(...take), /1 row taken.*\n {2}line 3, Appt Date: "nonsense" is not a day/u)
    assert.match(await on.good(...take), /0 rows taken, 1 as before, 1 refused/u)
    await on.refused(/There is no feed "nobody"/u, 'sheet', file, '--feed', 'nobody')
  })

  it('take an extract out of a folder, and say what came of it', async () => {
    await on.good('feed', 'add', 'council', '--name', 'Council', '--agency', 'social-care', '--sort', 'extract')
    const folder = join(on.folder, 'night')
    await mkdir(folder)
    await on.refused(/No file in .* is named for a table/u, 'extract', folder, '--feed', 'council')
    await writeFile(
      join(folder, 'ssd_person.csv'),
      'pers_person_id,pers_dob,pers_common_child_id\n1,2020-10-03,9990102686\n',
    )
    await writeFile(
      join(folder, 'ssd_cp_visits.csv'),
      'cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\n1,1,2026-11-02,\n2,1,soon,Y\n',
    )
    await on.refused(/takes sheet, and no extract/u, 'extract', folder, '--feed', 'royal-lists')
    const said = await on.good('extract', folder, '--feed', 'council')
    assert.match(said, /1 entry written, 0 mended/u)
    assert.match(said, /in the council’s system alone: whether the child was seen \(1 row\)/u)
    assert.match(said, /ssd_cp_visits.csv, line 3, cppv_cp_visit_date: "soon" is not a day/u)
  })
})
