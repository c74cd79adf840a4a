import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Desk } from '@/live/desk'
import type { Message } from '@/api/types'
import { conversation, FakeSocket, line, me, presence, welcome } from './fixtures'

let sockets: FakeSocket[]
let server: Message[]
let desk: Desk

const newest = () => sockets.at(-1) as FakeSocket
const sent = (type: string) => newest().sent.filter((frame) => frame.type === type)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sessionStorage.clear()
  sockets = []
  server = []
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(page(String(path))))))
  desk = open()
})
afterEach(() => {
  desk.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open() {
  const opened = new Desk(me.id, () => {
    sockets.push(new FakeSocket())
    return newest()
  })
  opened.start()
  return opened
}

function page(path: string) {
  const query = new URL(path, 'http://test').searchParams
  const after = Number(query.get('after') ?? 0)
  const before = Number(query.get('before') ?? Infinity)
  return { items: server.filter(({ seq }) => seq > after && seq < before), next: null }
}

async function connected() {
  newest().open()
  newest().say(welcome({ mine: [conversation('17', { lastSeq: 2 })] }))
  await vi.advanceTimersByTimeAsync(1)
}

async function broken() {
  newest().end(1006)
  await vi.advanceTimersByTimeAsync(1000)
  await connected()
}

const shown = () => desk.linesOf('17').lines.value.map(({ seq }) => seq)

describe('the desk after a break', () => {
  it('says what it has in one piece', async () => {
    server = [line(1), line(2)]
    await connected()
    await desk.linesOf('17').load()
    newest().end(1006)
    await vi.advanceTimersByTimeAsync(1000)
    newest().open()

    expect(sent('hello')).toEqual([{ type: 'hello', seen: { '17': 2 } }])
  })

  it('takes what it missed, once and in order', async () => {
    server = [line(1), line(2)]
    await connected()
    await desk.linesOf('17').load()
    server = [1, 2, 3, 4, 5].map((seq) => line(seq))
    await broken()
    newest().say({ type: 'message', ...line(5) })
    newest().say({ type: 'message', ...line(3) })

    expect(shown()).toEqual([1, 2, 3, 4, 5])
  })

  it('fetches what is missing before a line that came too early', async () => {
    server = [line(1), line(2)]
    await connected()
    await desk.linesOf('17').load()
    server = [1, 2, 3, 4].map((seq) => line(seq))
    newest().say({ type: 'message', ...line(4) })
    await vi.advanceTimersByTimeAsync(1)

    expect(shown()).toEqual([1, 2, 3, 4])
  })

  it('wants the presence that the agent chose', async () => {
    await connected()
    const chosen = desk.setPresence('BUSY', 'Training')
    newest().say({ type: 'ack', id: String(sent('presence')[0]?.id) })
    await chosen
    newest().end(1006)
    await vi.advanceTimersByTimeAsync(1000)
    newest().open()

    expect(sent('hello')).toEqual([{ type: 'hello', seen: {}, presence: 'BUSY' }])
  })

  it('listens again to the conversation that it watched', async () => {
    await connected()
    desk.watch('99')
    await broken()

    expect(sent('watch')).toMatchObject([{ conversation: '99' }])
  })
})

describe('what was written without a connection', () => {
  it('is sent once, in order, when the connection is back', async () => {
    await connected()
    newest().end(1006)
    desk.send('17', 'first')
    desk.send('17', 'second')
    await vi.advanceTimersByTimeAsync(1000)
    await connected()
    expect(sent('send').map(({ text }) => text)).toEqual(['first'])

    newest().say({ type: 'ack', id: String(sent('send')[0]?.id) })
    await vi.advanceTimersByTimeAsync(1)
    expect(sent('send').map(({ text }) => text)).toEqual(['first', 'second'])
  })

  it('survives a reload under the same client id', async () => {
    desk.send('17', 'first')
    const clientId = desk.unsent.value[0]?.clientId
    desk.stop()
    desk = open()
    await connected()

    expect(sent('send')).toMatchObject([{ text: 'first', clientId }])
  })

  it('is no longer unsent when the line itself comes before its acknowledgement', async () => {
    await connected()
    desk.send('17', 'first')
    const clientId = String(desk.unsent.value[0]?.clientId)
    newest().say({ type: 'message', ...line(3, { clientId, author: { side: 'AGENT', id: me.id, name: me.name } }) })

    expect(desk.unsent.value).toEqual([])
  })
})

describe('the attention of the agent', () => {
  it('is asked for by an assignment', async () => {
    const heard: string[] = []
    desk.onCall(({ kind, conversation: { id } }) => heard.push(`${kind} ${id}`))
    await connected()
    newest().say({ type: 'conversation', change: 'assigned', conversation: conversation('18') })

    expect(heard).toEqual(['assigned 18'])
  })

  it('knows its own presence', async () => {
    await connected()
    expect(desk.presence.value).toEqual(presence)
  })
})
