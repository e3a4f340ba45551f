import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type MailOutcome, mailer, mayTryAgain } from './mail.ts'

const from = 'holdfast@westmoor.example'
const address = 'https://holdfast.westmoor.example'
const to = 'ruth@westmoor.example'

interface Received {
  readonly to: readonly string[]
  readonly text: string
}

const refusal = (code: number): Error => Object.assign(new Error(`${to} is not wanted here`), { responseCode: code })

/** A real mail server on this computer for as long as something is done with it. */
const within = async (
  options: SMTPServerOptions,
  run: (server: string, received: readonly Received[]) => Promise<void>,
): Promise<void> => {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: async (stream, session, done) => {
      received.push({ to: session.envelope.rcptTo.map(one => one.address), text: await text(stream) })
      done()
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(0)
  await once(server.server, 'listening')
  try {
    await run(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received)
  } finally {
    await new Promise<void>(resolve => server.close(() => resolve()))
  }
}

const sendBy = (server: string, message: { to?: string; link?: string } = {}): Promise<MailOutcome> =>
  mailer({ server, from, address }).send({ to, link: '/inbox', ...message })

/** What becomes of a mail to a server that says one thing and hangs up at the first word it is told. */
const besides = async (greeting: string): Promise<MailOutcome> => {
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.write(greeting)
    if (greeting === '') socket.end()
    socket.once('data', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await sendBy(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
  }
}

describe('a mail', () => {
  it('says that something is waiting and where, and nothing of anybody', () =>
    within({}, async (server, received) => {
      assert.equal(await sendBy(server), 'accepted')
      const [mail] = received
      assert.deepEqual(mail?.to, [to])
      const [head = '', body = ''] = (mail?.text ?? '').split('\r\n\r\n')
      assert.equal(
        body.trim(),
        'Something is waiting for you in Holdfast. Sign in to read it:\r\nhttps://holdfast.westmoor.example/inbox',
      )
      assert.match(head, /^Subject: Something is waiting in Holdfast\r?$/mu)
      assert.match(head, /^Content-Type: text\/plain/mu)
      assert.match(head, /^Auto-Submitted: auto-generated\r?$/mu)
      assert.doesNotMatch(head, /mailer|multipart|html/iu)
    }))

  it('of the morning says how many things of how many families are new, and whose and what they are never', () =>
    within({}, async (server, received) => {
      const send = mailer({ server, from, address }).send
      for (const [families, things] of [
        [2, 5],
        [1, 1],
      ] as const)
        assert.equal(await send({ to, link: '/inbox', waiting: { families, things } }), 'accepted')
      const bodies = received.map(one => one.text.split('\r\n\r\n')[1]?.split('\r\n')[0])
      assert.deepEqual(bodies, [
        'New in Holdfast: 5 things, of 2 families. Sign in to read it:',
        'New in Holdfast: one thing, of one family. Sign in to read it:',
      ])
      assert.match(received[0]?.text ?? '', /^Subject: Something is waiting in Holdfast\r?$/mu)
    }))

  it('is signed in for with the user and password of the address of the server', () => {
    const seen: unknown[] = []
    const options: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push(username, password)
        done(null, { user: 'ward' })
      },
    }
    return within(options, async server => {
      assert.equal(await sendBy(server.replace('smtp://', 'smtp://ward%40west:p%3Aw@')), 'accepted')
      assert.deepEqual(seen, ['ward@west', 'p:w'])
    })
  })

  it('that is refused has the code of the answer as its outcome, without its words', () =>
    within({ onRcptTo: (_address, _session, done) => done(refusal(550)) }, async (server, received) => {
      assert.equal(await sendBy(server), 'refused 550')
      assert.equal(received.length, 0)
    }))

  it('that is not taken now may be tried again', () =>
    within({ onRcptTo: (_address, _session, done) => done(refusal(451)) }, async server => {
      const outcome = await sendBy(server)
      assert.equal(outcome, 'refused 451')
      assert.equal(mayTryAgain(outcome), true)
    }))

  it('whose password the server does not take is refused', () => {
    const onAuth: SMTPServerOptions['onAuth'] = (_auth, _session, done) => done(refusal(535))
    return within({ authOptional: false, allowInsecureAuth: true, onAuth }, async server =>
      assert.equal(await sendBy(server.replace('smtp://', 'smtp://a:b@')), 'refused 535'),
    )
  })

  it('finds no connection where no server is', async () => {
    const closed = createServer()
    closed.listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    await new Promise(resolve => closed.close(resolve))
    const outcome = await sendBy(`smtp://127.0.0.1:${port}`)
    assert.equal(outcome, 'no connection')
    assert.equal(mayTryAgain(outcome), true)
  })

  it('finds no connection when the server hangs up in the middle, or says what no mail server says', async () => {
    for (const greeting of ['220 here\r\n', '', 'HTTP/1.1 400 Bad Request\r\n\r\n'])
      assert.equal(await besides(greeting), 'no connection', greeting)
  })

  it('does not go over an open line to another computer: without TLS it is not sent', async () => {
    // 0.0.0.0 is this computer by a name that is not taken for it.
    await within({}, async (server, received) => {
      assert.equal(await sendBy(server.replace('127.0.0.1', '0.0.0.0')), 'no connection')
      assert.equal(received.length, 0)
      assert.equal(await sendBy(`${server.replace('127.0.0.1', '0.0.0.0')}?ignoreTLS=true`), 'accepted')
    })
  })

  it('goes to one address and to nothing else', () =>
    within({}, async (server, received) => {
      for (const wrong of ['', 'nobody', 'a@b.example, c@d.example', 'a@b.example\r\nRCPT TO:<c@d.example>'])
        assert.equal(await sendBy(server, { to: wrong }), 'refused address', wrong)
      assert.equal(received.length, 0)
    }))

  it('is not sent with a link that could say of whom it is', () =>
    within({}, async (server, received) => {
      for (const link of [
        '/families/bcdf234567',
        '/inbox?of=maya',
        'https://elsewhere.example/',
        '//elsewhere.example',
        '',
      ])
        await assert.rejects(sendBy(server, { link }), { code: 'mail.not-a-plain-link' }, link)
      assert.equal(received.length, 0)
    }))
})

describe('a refusal for good', () => {
  it('is not tried again', () => {
    const outcomes: readonly MailOutcome[] = [
      'accepted',
      'refused 550',
      'refused 535',
      'refused address',
      'refused EENVELOPE',
    ]
    assert.deepEqual(outcomes.filter(mayTryAgain), [])
    assert.equal(mayTryAgain('refused 503'), true)
  })
})
