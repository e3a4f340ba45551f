/** One port and whose messages come there. */
export interface PortSetting {
  readonly port: number
  /** The partnership's number, where the setting says it. */
  readonly partnership: string | undefined
  readonly feed: string
}

/** Where other systems send HL7 v2, and the files of what secures it. */
export interface Hl7Settings {
  readonly ports: readonly PortSetting[]
  readonly host: string
  readonly cert: string | undefined
  readonly key: string | undefined
  readonly ca: string | undefined
}

/** The settings of HL7 ports, nothing when no port is set, or what is wrong with them in words for whoever set them. */
export type Hl7SettingsRead = { readonly settings: Hl7Settings | undefined } | { readonly problem: string }

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '')

/** A port by its number, 0 for any that is free, or nothing when it is none. */
export const findPort = (text: string): number | undefined =>
  /^\d{1,5}$/u.test(text) && Number(text) <= 65_535 ? Number(text) : undefined

const settingOf = (port: string, feed: string): PortSetting | undefined => {
  const number = findPort(port)
  const [, partnership, id] = /^(?:(\d+)\/)?([a-z0-9][a-z0-9-]*)$/u.exec(feed) ?? []
  return number === undefined || id === undefined ? undefined : { port: number, partnership, feed: id }
}

const problemOf = (
  ports: readonly string[],
  feeds: readonly string[],
  cert: string,
  key: string,
): string | undefined => {
  if (ports.length !== feeds.length) return 'HOLDFAST_HL7_FEED has to name a feed for each port of HOLDFAST_HL7_PORT'
  if (ports.some((port, at) => settingOf(port, feeds[at] ?? '') === undefined))
    return 'HOLDFAST_HL7_PORT has to be a port or several with commas between, and HOLDFAST_HL7_FEED as many short names of feeds'
  if (new Set(ports).size !== ports.length) return 'HOLDFAST_HL7_PORT names a port twice: one feed has one port'
  return (cert === '') === (key === '') ? undefined : 'HOLDFAST_HL7_CERT and HOLDFAST_HL7_KEY go together'
}

/** Reads HOLDFAST_HL7_PORT, _FEED, _HOST, _CERT, _KEY and _CA. */
export const readHl7Settings = (environment: Readonly<Record<string, string | undefined>>): Hl7SettingsRead => {
  const of = (name: string): string => environment[`HOLDFAST_HL7_${name}`]?.trim() ?? ''
  const [ports, feeds] = [listed(of('PORT')), listed(of('FEED'))]
  if (ports.length === 0) return { settings: undefined }
  const problem = problemOf(ports, feeds, of('CERT'), of('KEY'))
  if (problem !== undefined) return { problem }
  const [host, cert, key, ca] = [of('HOST') || '127.0.0.1', of('CERT'), of('KEY'), of('CA')]
  return {
    settings: {
      ports: ports.flatMap((port, at) => settingOf(port, feeds[at] ?? '') ?? []),
      host,
      cert: cert || undefined,
      key: key || undefined,
      ca: ca || undefined,
    },
  }
}
