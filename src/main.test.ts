import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'

const main = join(import.meta.dirname, 'main.ts')
const folder = mkdtempSync(join(tmpdir(), 'holdfast-main-'))
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const own = fileOf(
  'own.jsonl',
  '{"kind":"person","person":"kit","name":"Kit Brook","born":"2020-01-10","subject":"yes"}\n{"kind":"contact","on":"2021-03-01","by":"health-visiting","seen":"kit"}\n',
)

const bare = { PATH: process.env['PATH'], HOME: folder, PORT: '', DATABASE_URL: '', HOLDFAST_DATA: '' }
const start = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: bare })

/** What a run says until it ends, or until it says that it answers. */
const said = (child: ChildProcess): Promise<string> =>
  new Promise(resolve => {
    let text = ''
    const hear = (chunk: unknown) => {
      text += String(chunk)
      if (text.includes('Ctrl-C')) resolve(text)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('close', () => resolve(text))
  })
const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise(resolve => child.on('close', resolve))
    : Promise.resolve(child.exitCode)

const refused = async (...args: readonly string[]): Promise<string> => {
  const child = start(...args)
  const text = await said(child)
  assert.equal(await ended(child), 2, text)
  return text
}

const addressIn = (text: string): string => /Holdfast is at (http:\/\/localhost:\d+)\n/u.exec(text)?.[1] ?? ''

// For root the database lies where PostgreSQL's user gets to it, and a note in the folder says where.
after(() => {
  const place = (() => {
    try {
      return /\/var\/lib\/holdfast\/\S+[0-9a-f]/u.exec(
        readFileSync(join(folder, 'data', 'where-the-data-lie.txt'), 'utf8'),
      )?.[0]
    } catch {
      return undefined
    }
  })()
  if (place !== undefined) rmSync(place, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

describe('npm start', () => {
  const data = join(folder, 'data')
  const signIn = async (address: string): Promise<string> => {
    const origin = { origin: address, 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ person: 'ruth.adeyemi' })
    const answer = await fetch(`${address}/sign-in/example`, {
      method: 'POST',
      headers: origin,
      body,
      redirect: 'manual',
    })
    assert.equal(answer.headers.get('location'), '/today')
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await fetch(`${address}/today`, { headers: { cookie } })
    assert.equal(page.status, 200)
    return page.text()
  }

  it('sets up its database and the example, leads to a signed-in practitioner’s Today, and comes back after a kill', {
    timeout: 300_000,
  }, async () => {
    const first = start('--port', '0', '--data', data)
    const text = await said(first)
    const address = addressIn(text)
    assert.notEqual(address, '', text)
    assert.match(text, /Everybody in them is invented/u)
    assert.match(await signIn(address), /Maya Ellis/u)

    const second = await refused('--port', '0', '--data', data)
    assert.match(second, new RegExp(`already running at ${address}`, 'u'))

    first.kill('SIGKILL')
    await ended(first)
    const again = start('--port', '0', '--data', data)
    const later = await said(again)
    assert.notEqual(addressIn(later), '', later)
    assert.doesNotMatch(later, /Loading the example/u)
    assert.match(await signIn(addressIn(later)), /Maya Ellis/u)
    again.kill('SIGTERM')
    assert.equal(await ended(again), 0)
  })
})

describe('npm start with a file', () => {
  it('says where it answers and what to look at first, answers on this computer alone, and stops when it is asked to', async () => {
    const child = start('--port', '0', own)
    const text = await said(child)
    const port = /Holdfast is at http:\/\/localhost:(\d+)\n/u.exec(text)?.[1]
    assert.match(text, /Look first at [^\n]*http:\/\/localhost:\d+\/families\/01\/threads/u)
    assert.doesNotMatch(text, /invented/u)
    const page = await (await fetch(`http://127.0.0.1:${port}/families/01`)).text()
    assert.match(page, /Kit Brook/u)
    child.kill('SIGTERM')
    assert.equal(await ended(child), 0)
  })

  it('goes to the next port when one is taken, and says so', async () => {
    const other = createServer()
    const port = await new Promise<number>(resolve =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    )
    const child = start('--port', String(port), own)
    const text = await said(child)
    assert.match(text, new RegExp(`Port ${port} is taken\\.`, 'u'))
    assert.doesNotMatch(text, new RegExp(`localhost:${port}\\b`, 'u'))
    child.kill('SIGTERM')
    await ended(child)
    other.close()
  })
})

describe('npm start with something that cannot be done', () => {
  it('says what is wrong with a file, line by line, and ends with 2', async () => {
    const text = await refused(
      fileOf('bad.jsonl', '{"kind":"contact","on":"31 February 2021","by":"gp"}\n{"kind":"nonsense"}\n'),
    )
    assert.match(text, /Nothing of it was taken/u)
    assert.match(text, / {2}Line 1, on "31 February 2021" is not a date/u)
    assert.match(text, / {2}Line 2, kind "nonsense" is not a kind of entry/u)
  })

  it('says that there is no such file, or that it is a folder', async () => {
    assert.match(await refused(join(folder, 'nowhere.csv')), /There is no such file: check its name and folder/u)
    assert.match(await refused(folder), /is a folder\. Name one chronology file in it/u)
  })

  it('says how it is used when it is not understood', async () => {
    assert.match(await refused('--colour', 'red'), /Unknown option '--colour'[\s\S]*npm start -- FILE/u)
    assert.match(await refused('--port', 'many'), /many is not a port/u)
    assert.match(await refused(own, own), /One file at a time/u)
  })

  it('says how it is used when that is asked', async () => {
    const child = start('--help')
    assert.match(await said(child), /npm start -- FILE/u)
    assert.equal(await ended(child), 0)
  })
})
