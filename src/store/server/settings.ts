import type { Place } from './seat.ts'

type Settings = Readonly<Record<string, string>>

/** Written into postgresql.conf once, when the cluster is made; whoever has a larger machine may change them there. */
export const atFirst: Settings = { shared_buffers: '128MB', max_connections: '60' }

// No word of a statement, of its parameters or of a row reaches the log. An error's own message may quote what was typed
// ("invalid input syntax for type date: …"), so errors are not logged here at all: the program that gets one answers for it.
const silent: Settings = {
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_duration_statement: '-1',
  log_lock_waits: 'off',
}

const week: Settings = {
  logging_collector: 'on',
  log_filename: 'postgres-%a.log',
  log_file_mode: '0600',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_timezone: 'UTC',
}

// Short statements on few processors: workers and compiling cost more than they bring, and workers need more shared
// memory than a container has.
const small: Settings = { jit: 'off', max_parallel_workers_per_gather: '0', max_parallel_maintenance_workers: '0' }

const always = (place: Place): Settings => ({
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: `"${place.sockets.replaceAll('"', '""')}"`,
  unix_socket_permissions: '0700',
  log_directory: place.logs,
  timezone: 'UTC',
  ...silent,
  ...week,
  ...small,
})

// For tests, whose data nobody misses after a power cut. What was committed outlives a killed server even so.
const hasty: Settings = {
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

const flags = (name: '-c' | '--set', settings: Settings): readonly string[] =>
  Object.entries(settings).flatMap(([key, value]) => [name, `${key}=${value}`])

/** What initdb writes into the configuration file. */
export const initFlags = (): readonly string[] => flags('--set', atFirst)

/** What holds at every start, whatever the configuration file says. */
export const startFlags = (place: Place, durable: boolean): readonly string[] =>
  flags('-c', durable ? always(place) : { ...always(place), ...hasty })
