import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Backoff } from '@/live/backoff'
import { Connection, ConnectionLost, Refused, type ConnectionState } from '@/live/connection'
import type { ServerFrame } from '@/live/frames'
import { FakeSocket, line, welcome } from './fixtures'

let sockets: FakeSocket[]
let states: ConnectionState[]
let frames: ServerFrame[]
let signedOut: number
let connection: Connection

beforeEach(() => {
  vi.useFakeTimers()
  sockets = []
  states = []
  frames = []
  signedOut = 0
  connection = new Connection(
    () => {
      sockets.push(new FakeSocket())
      return newest()
    },
    {
      hello: () => ({ type: 'hello', seen: { '17': 11 } }),
      frame: (frame) => frames.push(frame),
      state: (state) => states.push(state),
      signedOut: () => signedOut++,
    },
    new Backoff(() => 0),
  )
})
afterEach(() => vi.useRealTimers())

const newest = () => sockets.at(-1) as FakeSocket

function connect() {
  connection.start()
  newest().open()
  newest().say(welcome())
}

describe('a connection', () => {
  it('says hello with what it has, and is open after the welcome', () => {
    connection.start()
    newest().open()

    expect(newest().sent).toEqual([{ type: 'hello', seen: { '17': 11 } }])
    expect(connection.state).toBe('connecting')

    newest().say(welcome())

    expect(connection.state).toBe('open')
  })

  it('gives each answer to its command, in any order', async () => {
    connect()
    const first = connection.command({ type: 'read', conversation: '17', seq: 1 })
    const second = connection.command({ type: 'read', conversation: '17', seq: 2 })
    newest().say({ type: 'ack', id: '2' })
    newest().say({ type: 'error', id: '1', code: 'x', status: 404, message: 'x', field: null })

    await expect(second).resolves.toMatchObject({ id: '2' })
    await expect(first).rejects.toBeInstanceOf(Refused)
  })

  it('comes back after 0.5 s, then ever later up to 15 s', () => {
    connect()
    const delays = [500, 1000, 2000, 4000, 8000, 15_000, 15_000]
    for (const delay of delays) {
      newest().end(1006)
      const before = sockets.length
      vi.advanceTimersByTime(delay - 1)
      expect(sockets.length).toBe(before)
      vi.advanceTimersByTime(1)
      expect(sockets.length).toBe(before + 1)
    }
  })

  it('begins anew with the short wait once it was welcomed', () => {
    connect()
    newest().end(1006)
    vi.advanceTimersByTime(500)
    newest().open()
    newest().say(welcome())
    newest().end(1006)
    vi.advanceTimersByTime(500)

    expect(sockets).toHaveLength(3)
  })

  it('tries at once when the server restarts, and after a minute when it broke the limits', () => {
    connect()
    newest().end(1012)
    vi.advanceTimersByTime(0)
    expect(sockets).toHaveLength(2)

    newest().end(1008)
    vi.advanceTimersByTime(59_999)
    expect(sockets).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(sockets).toHaveLength(3)
  })

  it('does not come back by itself when nobody is signed in', () => {
    connect()
    newest().end(4401)
    vi.advanceTimersByTime(120_000)

    expect(signedOut).toBe(1)
    expect(sockets).toHaveLength(1)
    expect(connection.state).toBe('stopped')
  })

  it('fails what is under way when it breaks', async () => {
    connect()
    const command = connection.command({ type: 'read', conversation: '17', seq: 1 })
    newest().end(1006)

    await expect(command).rejects.toBeInstanceOf(ConnectionLost)
  })

  it('counts an answer that does not come as a break', async () => {
    connect()
    const command = connection.command({ type: 'read', conversation: '17', seq: 1 })
    const failed = expect(command).rejects.toBeInstanceOf(ConnectionLost)
    vi.advanceTimersByTime(15_000)

    await failed
    expect(newest().closedByClient).toBe(true)
    expect(connection.state).toBe('waiting')
  })

  it('passes events on, and hears nothing of a socket that it has left', () => {
    connect()
    newest().say({ type: 'message', ...line(12) })
    const left = newest()
    connection.interrupt()
    left.end(1006)

    expect(frames.map(({ type }) => type)).toEqual(['welcome', 'message'])
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1)
  })

  it('tries at once when the network is back', () => {
    connect()
    newest().end(1006)
    connection.retryNow()

    expect(sockets).toHaveLength(2)
  })
})

describe('the wait before the next try', () => {
  it('is spread by up to 30 %', () => {
    expect(new Backoff(() => 1).next(1006)).toBe(650)
    expect(new Backoff(() => 0.5).next(1006)).toBe(575)
  })
})
