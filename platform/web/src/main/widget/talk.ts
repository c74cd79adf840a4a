import type { Entry, Outbox } from './outbox'
import { type Ack, type Conversation, type Frame, type Message, type Welcome } from './protocol'
import { isOpen } from './protocol'
import { readJson } from './store'
import { type Receipt, Transcript, forgetLines } from './transcript'
import type { World } from './world'

const KEY = 'conversation'

const STRAYS = 50

/** How far a message of the visitor got. */
export type Progress = 'sent' | 'delivered' | 'read'

/** The conversation as far as this tab knows it. */
export class Talk {
  conversation: Conversation | null
  /** The place in the queue; null when it does not wait. */
  position: number | null = null
  /** Whether the staff see what is typed before it is sent. */
  previews = false
  private transcript: Transcript | null
  private accepted: Entry[] = []
  private strays: Message[] = []
  private deliveredUpTo = 0
  private readUpTo = 0

  constructor(
    private readonly world: World,
    private readonly outbox: Outbox,
  ) {
    this.conversation = readJson<Conversation>(world.shared, KEY)
    this.transcript = this.conversation && Transcript.kept(world.shared, this.conversation.id)
  }

  get open(): boolean {
    return isOpen(this.conversation)
  }

  /** Where a message written now belongs; null when it begins a conversation. */
  get address(): string | null {
    return isOpen(this.conversation) ? this.conversation.id : null
  }

  get lines(): readonly Message[] {
    return this.transcript?.lines ?? []
  }

  get seen(): number {
    return this.transcript?.seen ?? 0
  }

  get first(): number {
    return this.transcript?.first ?? 0
  }

  /** The highest sequence number that there is, as far as is known. */
  get last(): number {
    return Math.max(this.conversation?.lastSeq ?? 0, this.transcript?.heard ?? 0)
  }

  get unread(): number {
    const read = Math.max(this.conversation?.visitorRead ?? 0, this.readUpTo)
    return this.lines.filter((line) => line.author.side === 'AGENT' && !/^REC/.test(line.kind) && line.seq > read).length
  }

  /** Messages without a place in the conversation yet, as they will follow. */
  get pending(): Entry[] {
    const kept = this.outbox.entries()
    const here = new Set(kept.map((entry) => entry.clientId))
    return [...this.accepted.filter((entry) => !here.has(entry.clientId)), ...kept]
  }

  progress(seq: number): Progress {
    if (seq <= (this.conversation?.agentRead ?? 0)) {
      return 'read'
    }
    return seq <= this.deliveredUpTo ? 'delivered' : 'sent'
  }

  welcome(welcome: Welcome): void {
    const { conversation } = welcome
    this.position = welcome.position
    this.previews = welcome.previews
    this.readUpTo = 0
    const same = conversation?.id === this.transcript?.conversation
    if (same && conversation && conversation.lastSeq < this.seen) {
      this.transcript?.reset()
    }
    this.adopt(conversation)
  }

  /** Takes a line in; null when it is of another conversation. */
  receive(message: Message): Receipt | null {
    if (message.author.side === 'VISITOR') {
      this.outbox.remove(message.clientId)
      this.accepted = this.accepted.filter((entry) => entry.clientId !== message.clientId)
    }
    if (message.conversation !== this.transcript?.conversation) {
      this.strays = [...this.strays, message].slice(-STRAYS)
      return null
    }
    return this.transcript.receive(message)
  }

  /** The server tells how a conversation stands now. */
  update(conversation: Conversation): void {
    if (conversation.id === this.conversation?.id) {
      this.adopt(newer(this.conversation, conversation))
    } else if (isOpen(conversation)) {
      this.adopt(conversation)
    }
  }

  /** Our message is on the server's disk; its line may still be on the way. */
  accept(entry: Entry, ack: Ack): void {
    if (ack.conversation && !this.open) {
      this.adopt(ack.conversation)
    } else if (ack.conversation) {
      this.update(ack.conversation)
    }
    if (!this.lines.some((line) => line.clientId === entry.clientId)) {
      this.accepted.push(entry)
    }
    const conversation = ack.conversation?.id ?? entry.conversation
    if (ack.message && conversation) {
      const author = { side: 'VISITOR', id: '', name: '' } as const
      const { text, attachment, card } = entry
      const said = { conversation, author, kind: 'TEXT', text, attachment, card } as const
      this.receive({ ...said, ...ack.message })
    }
  }

  /** The other side has it, or has read it; or this side has, in another tab. */
  progressed(frame: Frame): void {
    const seq = Number(frame.seq)
    if (frame.type === 'delivered' && frame.side === 'AGENT') {
      this.deliveredUpTo = Math.max(this.deliveredUpTo, seq)
    } else if (frame.type === 'read' && this.conversation) {
      const which = frame.side === 'AGENT' ? 'agentRead' : 'visitorRead'
      const read = Math.max(this.conversation[which], seq)
      this.adopt({ ...this.conversation, [which]: read })
    }
  }

  /** All that is here has been seen; up to where, or null when nothing is new. */
  markRead(): number | null {
    if (this.unread === 0) {
      return null
    }
    this.readUpTo = this.seen
    return this.seen
  }

  /** Makes this the conversation that is shown; null: the next one is yet to begin. */
  adopt(conversation: Conversation | null): void {
    const { shared } = this.world
    if (conversation?.id !== this.transcript?.conversation) {
      this.transcript = conversation && Transcript.kept(shared, conversation.id)
      this.deliveredUpTo = this.readUpTo = 0
      this.accepted = []
      this.takeStrays()
    }
    this.conversation = conversation
    if (conversation?.state !== 'QUEUED') {
      this.position = null
    }
    if (conversation) {
      shared.set(KEY, JSON.stringify(conversation))
    } else {
      shared.remove(KEY)
      forgetLines(shared)
    }
  }

  /** Lines may come in before the word that their conversation has begun. */
  private takeStrays(): void {
    const { transcript, strays } = this
    this.strays = []
    strays
      .filter((message) => message.conversation === transcript?.conversation)
      .forEach((message) => transcript?.receive(message))
  }

  /** Another tab changed what is kept; answers whether it began a conversation. */
  otherTabChanged(key: string): boolean {
    const kept = key === KEY ? readJson<Conversation>(this.world.shared, KEY) : null
    const began = isOpen(kept) && kept.id !== this.conversation?.id
    if (began) {
      this.adopt(kept)
    }
    return began
  }
}

/** Frames overtake each other: what only grows does not shrink. */
function newer(known: Conversation, told: Conversation): Conversation {
  const state = isOpen(told) && !isOpen(known) ? known.state : told.state
  return {
    ...told,
    state,
    rating: told.rating ?? known.rating,
    lastSeq: Math.max(known.lastSeq, told.lastSeq),
    visitorRead: Math.max(known.visitorRead, told.visitorRead),
    agentRead: Math.max(known.agentRead, told.agentRead),
  }
}
