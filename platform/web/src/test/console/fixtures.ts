import type { Agent, Conversation, Message, PresenceState } from '@/api/types'
import type { ServerFrame, Welcome } from '@/live/frames'
import type { Socket } from '@/live/connection'
import type { Store } from '@/live/outbox'

export const me: Agent = {
  id: '3',
  login: 'agent1',
  name: '张敏',
  role: 'AGENT',
  teams: ['1'],
  skills: [],
  capacity: 5,
  active: true,
  version: 1,
}

export const presence: PresenceState = {
  agent: '3',
  presence: 'ONLINE',
  reason: null,
  since: '2026-11-21T08:00:00Z',
  load: 0,
  capacity: 5,
}

export function conversation(id: string, part: Partial<Conversation> = {}): Conversation {
  return {
    id,
    visitor: id,
    visitorName: `Visitor ${id}`,
    customer: null,
    team: '1',
    state: 'ACTIVE',
    agent: '3',
    agentName: '张敏',
    language: 'zh-CN',
    openedAt: `2026-11-21T08:00:0${Number(id) % 10}Z`,
    queuedAt: '2026-11-21T08:00:00Z',
    assignedAt: '2026-11-21T08:00:01Z',
    closedAt: null,
    category: null,
    rating: null,
    lastSeq: 0,
    last: null,
    visitorRead: 0,
    agentRead: 0,
    unread: 0,
    version: 1,
    ...part,
  }
}

export function line(seq: number, part: Partial<Message> = {}): Message {
  return {
    conversation: '17',
    seq,
    clientId: `c-${seq}`,
    author: { side: 'VISITOR', id: '4', name: 'Visitor 4' },
    kind: 'TEXT',
    text: `line ${seq}`,
    at: '2026-11-21T08:00:00Z',
    ...part,
  }
}

export function welcome(part: Partial<Welcome> = {}): Welcome {
  return { type: 'welcome', agent: me, presence, mine: [], queue: [], presences: [], ...part }
}

/** A store in memory, with the keys in order of their coming. */
export class MemoryStore implements Store {
  readonly entries = new Map<string, string>()
  get length() {
    return this.entries.size
  }
  key(index: number) {
    return [...this.entries.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.entries.get(key) ?? null
  }
  setItem(key: string, value: string) {
    this.entries.set(key, value)
  }
  removeItem(key: string) {
    this.entries.delete(key)
  }
}

/** A socket whose other end is the test. */
export class FakeSocket implements Socket {
  readonly sent: Record<string, unknown>[] = []
  closedByClient = false
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.closedByClient = true
  }
  open() {
    this.onopen?.()
  }
  say(frame: ServerFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
  end(code: number) {
    this.onclose?.({ code })
  }
}
