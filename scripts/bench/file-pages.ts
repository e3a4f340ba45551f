import { derive } from '../../src/duties/derive.ts'
import { noSettings } from '../../src/duties/settings.ts'
import { app } from '../../src/pages/app.ts'
import { chronology } from '../../src/record/chronology.ts'
import { picture } from '../../src/record/picture.ts'
import { askedByReaders, lineOfTimes, readers } from './asked-by-readers.ts'
import { madeUpFamily } from './made-up-family.ts'
import { line, median, timed } from './printed.ts'
import { servedAt } from './served-at.ts'

/** The threads page over a family that is read from a file: nothing is signed in to, nothing is stored. */
export const filePages = async (): Promise<void> => {
  const entries = chronology(madeUpFamily(2000))
  const shown = app({ families: [{ id: '01', entries }], settings: noSettings, example: true })
  const server = await servedAt(shown)
  const answered = await askedByReaders({ addresses: [`${server.address}/families/01/threads`], requests: 640 })
  lineOfTimes('threads page from a file, 2,000 entries, 16 at once', answered, 'goal 50 ms')
  const folded = timed(() => derive(picture(entries)), 50)
  line(
    '  as a multiple of picture and derive for one such family',
    `${(median(answered.times) / readers / folded).toFixed(1)} ×`,
  )
  server.close()
}
