import type { Attachment, Card } from './protocol'
import { type Store, readJson } from './store'
import type { World } from './world'

/** A message that the server has not acknowledged. */
export interface Entry {
  readonly clientId: string
  readonly text: string
  /** Where it was written; null where it begins a conversation. */
  readonly conversation: string | null
  /** Larger than that of every message written before it in any tab. */
  readonly order: number
  readonly tab: string
  /** Why the server will not take it; the visitor decides what becomes of it. */
  readonly refused?: string
  readonly attachment?: Attachment
  readonly card?: Card
  /** The visitor wants it sent in spite of a warning. */
  readonly confirmed?: boolean
}

/** What a message holds beside its text. */
export type Extra = Pick<Entry, 'attachment' | 'card'>

const PREFIX = 'out.'

/** How long a tab leaves another tab's message to that tab. */
export const OTHERS_TURN = 3000

/**
 * What was written and not yet acknowledged, oldest first, shared by all tabs of a visitor. Each
 * message is a key of its own: tabs that write at the same moment lose nothing. Every tab sends
 * what is left of any tab, always the oldest first; the server makes one message of a double.
 */
export class Outbox {
  private readonly store: Store
  private readonly tab: string
  private readonly firstSeen = new Map<string, number>()
  private last = 0

  constructor(private readonly world: World) {
    this.store = world.shared
    this.tab = tabName(world)
  }

  /** Keeps a message; from here on it survives a reload. */
  add(text: string, conversation: string | null, extra: Extra = {}): Entry {
    const newest = this.entries().at(-1)?.order ?? 0
    const order = Math.max(this.world.now(), newest + 1, this.last + 1)
    this.last = order
    const clientId = `w-${order.toString(36)}-${randomLetters(this.world)}`
    const entry = { clientId, text, conversation, order, tab: this.tab, ...extra }
    this.write(entry)
    return entry
  }

  entries(): Entry[] {
    return this.store
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => readJson<Entry>(this.store, key))
      .filter((entry) => entry !== null)
      .sort((one, other) => one.order - other.order || (one.clientId < other.clientId ? -1 : 1))
  }

  /** The one to send next. */
  next(): Entry | null {
    return this.entries().find((entry) => !entry.refused) ?? null
  }

  /** How long to leave a message to the tab where it was written. */
  wait(entry: Entry): number {
    if (entry.tab === this.tab) {
      return 0
    }
    const now = this.world.now()
    const since = this.firstSeen.get(entry.clientId) ?? now
    this.firstSeen.set(entry.clientId, since)
    return Math.max(0, since + OTHERS_TURN - now)
  }

  find(clientId: string): Entry | null {
    return readJson<Entry>(this.store, PREFIX + clientId)
  }

  remove(clientId: string): void {
    this.firstSeen.delete(clientId)
    this.store.remove(PREFIX + clientId)
  }

  /** The server will not take it as it is. */
  refuse(clientId: string, code: string): void {
    const entry = this.find(clientId)
    if (entry) {
      this.write({ ...entry, refused: code })
    }
  }

  /** Sends what was refused once more, to another conversation. */
  readdress(clientId: string, conversation: string | null): void {
    const entry = this.find(clientId)
    if (entry) {
      this.write({ ...entry, refused: undefined, confirmed: true, conversation, tab: this.tab })
    }
  }

  /** A new visitor knows nothing of the conversations of the one before. */
  forgetConversations(): void {
    this.entries().forEach((entry) => this.write({ ...entry, conversation: null }))
  }

  /** Whether a key of the storage is one of its messages. */
  keeps(key: string): boolean {
    return key.startsWith(PREFIX)
  }

  private write(entry: Entry): void {
    this.store.set(PREFIX + entry.clientId, JSON.stringify(entry))
  }
}

/** A name for this tab that outlives a reload. */
function tabName(world: World): string {
  const name = world.tab.get('name') ?? randomLetters(world)
  world.tab.set('name', name)
  return name
}

function randomLetters(world: World): string {
  return Array.from({ length: 10 }, () => Math.floor(world.random() * 36).toString(36)).join('')
}
