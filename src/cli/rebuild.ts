import { countOf } from '../calendar/words.ts'
import { rebuild as rebuildStore } from '../store/rebuild.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, readGiven } from './words-given.ts'

/** How `holdfast rebuild` is used. */
export const rebuildHelp = `holdfast rebuild [RECORD] [--partnership N] [--data DIR]

  Makes anew what is read from the entries: duties, who may open a record, its people. Tells nobody anything.
  RECORD  only this one, as its address has it; all of them when left out
`

/** `holdfast rebuild`: says how many duties changed. */
export const rebuild = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options: databaseOptions, words: ['RECORD'], help: rebuildHelp })
  const [record] = words
  return withStore(values, async ({ store, connections }) => {
    const asked = record !== undefined || values.partnership !== undefined
    const partnership = asked ? await getPartnership(store, values.partnership) : undefined
    const { records, duties } = await rebuildStore(connections.owner, {
      ...(partnership === undefined ? {} : { partnership }),
      ...(record === undefined ? {} : { record }),
    })
    if (record !== undefined && records === 0) throw new Refusal(`There is no record ${record} with entries.`)
    return said(`${countOf(records, 'record')} made anew; ${countOf(duties, 'duty', 'duties')} changed.`)
  })
}
