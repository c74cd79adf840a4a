import { describe, expect, it } from 'vitest'
import { ConnectionLost, Refused } from '@/live/connection'
import type { Ack, Command } from '@/live/frames'
import { Outbox, type Unsent } from '@/live/outbox'
import { Sender } from '@/live/sender'
import { MemoryStore } from './fixtures'

const unsent = (clientId: string, conversation = '17'): Unsent => ({
  conversation,
  clientId,
  text: `text ${clientId}`,
  at: '2026-11-21T08:00:00Z',
  refused: null,
})

describe('the outbox', () => {
  it('keeps what is unsent over a reload', () => {
    const store = new MemoryStore()
    new Outbox(store, 'outbox').add(unsent('a'))

    expect(new Outbox(store, 'outbox').all).toEqual([unsent('a')])
  })

  it('leaves nothing behind when all has arrived', () => {
    const store = new MemoryStore()
    const outbox = new Outbox(store, 'outbox')
    outbox.add(unsent('a'))
    outbox.remove('a')

    expect(store.entries.size).toBe(0)
  })

  it('takes a message once', () => {
    const outbox = new Outbox(new MemoryStore(), 'outbox')
    outbox.add(unsent('a'))
    outbox.add(unsent('a'))

    expect(outbox.all).toHaveLength(1)
  })

  it('adopts what a closed window left, in its order', () => {
    const store = new MemoryStore()
    const left = new Outbox(store, 'outbox.gone')
    left.add(unsent('a'))
    left.add(unsent('b'))
    const outbox = new Outbox(store, 'outbox.here')
    outbox.adopt('outbox.gone')

    expect(outbox.all.map(({ clientId }) => clientId)).toEqual(['a', 'b'])
    expect(store.getItem('outbox.gone')).toBeNull()
  })

  it('is empty when what is stored is no outbox', () => {
    const store = new MemoryStore()
    store.setItem('outbox', '{broken')

    expect(new Outbox(store, 'outbox').all).toEqual([])
  })
})

/** A server that acknowledges when it is told to. */
class Server {
  readonly heard: Extract<Command, { type: 'send' }>[] = []
  private readonly open: { resolve: (ack: Ack) => void; reject: (failure: Error) => void }[] = []

  command = (command: Command): Promise<Ack> => {
    if (command.type === 'send') this.heard.push(command)
    return new Promise((resolve, reject) => this.open.push({ resolve, reject }))
  }

  async acknowledge() {
    this.open.shift()?.resolve({ type: 'ack', id: '1' })
    await settled()
  }

  async refuse(status: number, code: string) {
    this.open.shift()?.reject(new Refused({ type: 'error', code, status, message: code, field: null }))
    await settled()
  }

  async lose() {
    this.open.splice(0).forEach(({ reject }) => reject(new ConnectionLost()))
    await settled()
  }

  get ids() {
    return this.heard.map(({ clientId }) => clientId)
  }
}

async function settled() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

function setUp() {
  const outbox = new Outbox(new MemoryStore(), 'outbox')
  const server = new Server()
  const sender = new Sender(outbox, server.command, () => undefined, () => Promise.resolve())
  return { outbox, server, sender }
}

describe('the sender', () => {
  it('sends the next message of a conversation when the one before is acknowledged', async () => {
    const { outbox, server, sender } = setUp()
    outbox.add(unsent('a'))
    outbox.add(unsent('b'))
    sender.flush()
    sender.flush()

    expect(server.ids).toEqual(['a'])

    await server.acknowledge()

    expect(server.ids).toEqual(['a', 'b'])
  })

  it('does not let one conversation wait for another', () => {
    const { outbox, server, sender } = setUp()
    outbox.add(unsent('a', '17'))
    outbox.add(unsent('b', '18'))
    sender.flush()

    expect(server.ids).toEqual(['a', 'b'])
  })

  it('sends again under the same client id and in the same order after a break', async () => {
    const { outbox, server, sender } = setUp()
    outbox.add(unsent('a'))
    outbox.add(unsent('b'))
    sender.flush()
    await server.lose()
    sender.flush()
    await server.acknowledge()
    await server.acknowledge()

    expect(server.ids).toEqual(['a', 'a', 'b'])
    expect(outbox.all).toEqual([])
  })

  it('marks what the server refuses, and goes on with the next', async () => {
    const { outbox, server, sender } = setUp()
    outbox.add(unsent('a'))
    outbox.add(unsent('b'))
    sender.flush()
    await server.refuse(422, 'text-too-long')

    expect(outbox.all[0]?.refused).toBe('text-too-long')
    expect(server.ids).toEqual(['a', 'b'])
  })

  it('sends a refused message again when its author wants it', async () => {
    const { outbox, server, sender } = setUp()
    outbox.add(unsent('a'))
    sender.flush()
    await server.refuse(409, 'conversation-closed')
    outbox.retry('a')
    sender.flush()

    expect(server.ids).toEqual(['a', 'a'])
  })

  it('waits and tries again when the server is busy', async () => {
    const { outbox, server, sender } = setUp()
    outbox.add(unsent('a'))
    sender.flush()
    await server.refuse(503, 'messages-waiting')

    expect(server.ids).toEqual(['a', 'a'])
    expect(outbox.all[0]?.refused).toBeNull()
  })
})
