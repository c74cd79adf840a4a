import type { Attachment, Id } from '@/api/types'

/** The code of a refusal that its author may overrule. */
export const WARNING = 'sensitive-words-warning'

/** A message that is written and not yet acknowledged. */
export interface Unsent {
  conversation: Id
  clientId: string
  text: string
  /** Whether only the staff are to read it. */
  note?: boolean
  attachment?: Attachment
  /** Whether its author wants it sent in spite of a warning. */
  confirmed?: boolean
  at: string
  /** Why the server refused it: a code; null while it waits to be sent. */
  refused: string | null
}

export interface Store {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/**
 * Messages that are written and not yet acknowledged, oldest first. They survive a reload, and keep
 * their client ids, so that sending one twice makes one message.
 */
export class Outbox {
  private entries: Unsent[]

  constructor(
    private readonly store: Store,
    private readonly key: string,
    private readonly changed: () => void = () => undefined,
  ) {
    this.entries = read(store, key)
  }

  get all(): readonly Unsent[] {
    return this.entries
  }

  of(conversation: Id): Unsent[] {
    return this.entries.filter((entry) => entry.conversation === conversation)
  }

  /** The oldest message of a conversation that can be sent. */
  next(conversation: Id): Unsent | undefined {
    return this.entries.find((entry) => entry.conversation === conversation && !entry.refused)
  }

  /** The conversations that something waits for. */
  conversations(): Id[] {
    return [...new Set(this.entries.filter((e) => !e.refused).map((e) => e.conversation))]
  }

  add(entry: Unsent) {
    if (this.entries.some(({ clientId }) => clientId === entry.clientId)) return
    this.become([...this.entries, entry])
  }

  /** It has arrived, or its author does not want it any more. */
  remove(clientId: string) {
    if (this.entries.some((entry) => entry.clientId === clientId))
      this.become(this.entries.filter((entry) => entry.clientId !== clientId))
  }

  refuse(clientId: string, code: string) {
    this.become(this.entries.map((e) => (e.clientId === clientId ? { ...e, refused: code } : e)))
  }

  /** Its author wants it sent again. */
  retry(clientId: string) {
    const warned = this.entries.find((e) => e.clientId === clientId)?.refused === WARNING
    this.become(
      this.entries.map((e) =>
        e.clientId === clientId ? { ...e, refused: null, confirmed: warned || e.confirmed } : e,
      ),
    )
  }

  /** Takes over what another window left behind. */
  adopt(from: string) {
    const left = read(this.store, from)
    this.store.removeItem(from)
    left.forEach((entry) => this.add(entry))
  }

  private become(entries: Unsent[]) {
    this.entries = entries
    if (entries.length === 0) this.store.removeItem(this.key)
    else this.store.setItem(this.key, JSON.stringify(entries))
    this.changed()
  }
}

function read(store: Store, key: string): Unsent[] {
  try {
    return JSON.parse(store.getItem(key) ?? '[]') as Unsent[]
  } catch {
    return []
  }
}
