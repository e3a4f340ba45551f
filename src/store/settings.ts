import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** What a partnership must have named before it may hold real families, in the order of the settings page. */
export const wantedForReal = {
  'impact-assessment': 'Data protection impact assessment: where it is kept, and the day on which it was signed',
  'joint-controllers': 'Agreement of the joint controllers: where it is kept, and who signed it',
  'clinical-safety-officer': 'Clinical safety officer: name and how to reach them',
  'clinical-safety-case': 'Clinical safety case: where it is kept, and its version',
  'second-factor': 'Second factor for all staff',
} as const

/** What a partnership may set of parents' own pages; without it the default of Holdfast holds. */
export const ofParentsPages = {
  'young-person-asked-from':
    'Age from which a young person is asked before a parent sees their appointments: in years, 13 unless set; a local setting',
  'parents-ring': 'Number that a parent reads when their page is not there: one for all families, with its hours',
} as const

export type SettingName = keyof typeof wantedForReal | keyof typeof ofParentsPages

/** What a partnership has set, by name, with who set it and when. */
export type Settings = ReadonlyMap<string, { readonly value: string; readonly practitioner: string; readonly at: Date }>

const latest = `select distinct on (name) name, value, practitioner, at from setting
  where partnership = $1 order by name, setting desc`

/** What a partnership has set last. */
export const readSettings = (store: Store, partnership: number): Promise<Settings> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(latest, [partnership])
    return new Map(rows.map(row => [row.name, row]))
  })

/** A value that was set, whether or not it still holds. */
export interface SetOnce {
  readonly name: string
  readonly value: string
  readonly by: string
  readonly at: Moment
}

const history = `select s.name, s.value, coalesce(p.name, s.practitioner) as by, s.at from setting s
  left join practitioner p on p.partnership = s.partnership and p.practitioner = s.practitioner
  where s.partnership = $1 order by s.setting desc`

/** All that a partnership has ever set, the last first, each with who set it by name. */
export const readSettingHistory = (store: Store, partnership: number): Promise<readonly SetOnce[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Omit<SetOnce, 'at'> & { readonly at: Date }>(history, [partnership])
    return rows.map(row => ({ ...row, at: row.at.getTime() as Moment }))
  })

/** Sets one thing for a partnership; the former value stays on the record. */
export const writeSetting = (
  store: Store,
  who: { readonly partnership: number; readonly practitioner: PractitionerId },
  name: SettingName,
  value: string,
): Promise<void> =>
  asRecorder(store, who, async client => {
    await client.query('insert into setting (partnership, name, value, practitioner) values ($1, $2, $3, $4)', [
      who.partnership,
      name,
      value.trim(),
      who.practitioner,
    ])
    kept.get(store)?.delete(who.partnership)
  })

/** Whether everything is named that a partnership needs before it may hold real families. */
export const isReady = (settings: Settings): boolean =>
  Object.keys(wantedForReal).every(name =>
    name === 'second-factor' ? settings.get(name)?.value === 'on' : (settings.get(name)?.value ?? '') !== '',
  )

/** From which age a young person is asked, where a partnership has set none; a local setting. */
export const usualAskedFrom = 13

/** How a partnership stands: whether its people are invented, whether all is named, and whether all staff need a second factor. */
export interface Standing {
  readonly example: boolean
  readonly ready: boolean
  readonly secondFactor: boolean
  /** From which age a young person is asked before a parent sees their appointments, in years. */
  readonly askedFrom: number
  /** Whom a parent rings while their page is not there; the same for all families. */
  readonly parentsRing: string | undefined
}

const read = async (store: Store, partnership: number): Promise<Standing> => {
  const example = await asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query('select example from partnership where partnership = $1', [partnership])
    return rows[0]?.example !== false
  })
  const settings = await readSettings(store, partnership)
  const set = (name: SettingName): string | undefined => settings.get(name)?.value || undefined
  return {
    ...{ example, ready: isReady(settings), secondFactor: set('second-factor') === 'on' },
    ...{ askedFrom: Number(set('young-person-asked-from') ?? usualAskedFrom), parentsRing: set('parents-ring') },
  }
}

const keptFor = 30_000
const kept = new WeakMap<Store, Map<number, { readonly at: number; readonly standing: Standing }>>()

/** How a partnership stands; kept for half a minute, since every page asks. */
export const standingOf = async (store: Store, partnership: number): Promise<Standing> => {
  const held = kept.get(store) ?? new Map<number, { at: number; standing: Standing }>()
  kept.set(store, held)
  const known = held.get(partnership)
  if (known !== undefined && store.now() - known.at < keptFor) return known.standing
  const standing = await read(store, partnership)
  held.set(partnership, { at: store.now(), standing })
  return standing
}

/** Whether a partnership may hold real families: everything is named, and it is not the example. */
export const isForReal = async (store: Store, partnership: number): Promise<boolean> => {
  const { example, ready } = await read(store, partnership)
  return !example && ready
}
