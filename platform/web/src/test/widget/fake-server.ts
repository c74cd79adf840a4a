import type { Conversation, Frame, Identity, Message, Page } from '../../main/widget/protocol'
import { isOpen } from '../../main/widget/protocol'
import type { Socket, World } from '../../main/widget/world'

interface Chat {
  readonly visitor: string
  conversation: Conversation
  readonly lines: Message[]
}

/** A server of the live protocol in memory: what it acknowledged it keeps, also across a crash. */
export class FakeServer {
  up = true
  /** What keeps frames from arriving, as a network may. */
  reachable = true
  /** How long a frame takes, and how long a commit. */
  delay: () => number = () => 1
  /** Commands that are refused, by type. */
  readonly refuse = new Map<string, { code: string; status: number }>()
  readonly chats = new Map<string, Chat>()
  readonly tokens = new Map<string, string>()
  readonly pages: Page[] = []
  readonly commands: Frame[] = []
  connects = 0
  private readonly connections = new Set<FakeConnection>()

  constructor(readonly clock: Pick<World, 'now' | 'after'>) {}

  arrive(page: Page): Identity {
    const visitor = String(this.tokens.size + 1)
    this.tokens.set(`token-${visitor}`, visitor)
    this.pages.push(page)
    return { visitor, token: `token-${visitor}` }
  }

  connect(): Socket {
    this.connects++
    const connection = new FakeConnection(this)
    this.connections.add(connection)
    return connection.client
  }

  get chat(): Chat {
    return [...this.chats.values()].at(-1) as Chat
  }

  get connected(): number {
    return [...this.connections].filter((connection) => connection.visitor).length
  }

  /** Texts of the visitor, in the order of the server. */
  said(conversation = this.chat?.conversation.id ?? ''): string[] {
    const lines = this.chats.get(conversation)?.lines ?? []
    return lines.filter((line) => line.author.side === 'VISITOR').map((line) => line.text)
  }

  /** Everything in flight is gone; what was acknowledged is not. */
  crash(code = 1006): void {
    this.up = false
    this.cut(code)
  }

  cut(code = 1006): void {
    ;[...this.connections].forEach((connection) => connection.end(code))
    this.connections.clear()
  }

  restart(): void {
    this.up = true
  }

  assign(name: string, chat = this.chat): void {
    this.change(chat, { state: 'ACTIVE', agent: { name } })
    this.append(chat, { side: 'SYSTEM', id: '', name }, 'agent-joined')
  }

  say(text: string, chat = this.chat): Message {
    return this.append(
      chat,
      { side: 'AGENT', id: '9', name: chat.conversation.agent?.name ?? '' },
      text,
    )
  }

  end(chat = this.chat): void {
    this.append(chat, { side: 'SYSTEM', id: '', name: 'Zhang Min' }, 'closed-by-agent')
    this.change(chat, { state: 'CLOSED' })
  }

  /** Tells every page of a visitor. */
  tell(visitor: string, frame: Frame): void {
    this.connections.forEach(
      (connection) => connection.visitor === visitor && connection.push(frame),
    )
  }

  change(chat: Chat, to: Partial<Conversation>): void {
    chat.conversation = { ...chat.conversation, ...to }
    this.tell(chat.visitor, { type: 'conversation', conversation: chat.conversation })
    if (to.state === 'CLOSED') {
      this.ask(chat)
    }
  }

  /** Asks the visitor what they think. */
  ask(chat = this.chat, more: object = {}): void {
    const { id } = chat.conversation
    const survey = { conversation: id, form: 'GRADE', state: 'ASKED', remindedAt: null, reasons: [], ...more }
    this.tell(chat.visitor, { type: 'survey', survey })
  }

  append(chat: Chat, author: Message['author'], text: string, clientId?: string): Message {
    const seq = chat.lines.length + 1
    const line: Message = {
      conversation: chat.conversation.id,
      seq,
      clientId: clientId ?? `s-${seq}`,
      author,
      kind: author.side === 'SYSTEM' ? 'SYSTEM' : 'TEXT',
      text,
      at: new Date(this.clock.now()).toISOString(),
    }
    chat.lines.push(line)
    chat.conversation = { ...chat.conversation, lastSeq: seq }
    this.tell(chat.visitor, { type: 'message', ...line })
    return line
  }

  current(visitor: string): Chat | undefined {
    return [...this.chats.values()].find(
      (chat) => chat.visitor === visitor && isOpen(chat.conversation),
    )
  }

  begin(visitor: string): Chat {
    const id = String(this.chats.size + 17)
    const none = { lastSeq: 0, visitorRead: 0, agentRead: 0, agent: null, rating: null }
    const openedAt = new Date(this.clock.now()).toISOString()
    const conversation = { id, state: 'QUEUED', team: '1', openedAt, ...none } as const
    const chat: Chat = { visitor, conversation, lines: [] }
    this.chats.set(id, chat)
    return chat
  }
}

/** One connection; frames of either direction take their time, in order. */
class FakeConnection {
  visitor: string | null = null
  readonly client: Socket
  private alive = true
  private lastIn = 0
  private lastOut = 0

  constructor(private readonly server: FakeServer) {
    this.client = {
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (text) => this.later('in', () => this.command(JSON.parse(text) as Frame)),
      close: () => (this.alive = false),
    }
    const open = server.up && server.reachable
    this.later('out', () => (open ? this.client.onopen?.() : this.end(1006)))
  }

  push(frame: Frame): void {
    this.later('out', () => this.client.onmessage?.({ data: JSON.stringify(frame) }))
  }

  end(code: number): void {
    if (this.alive) {
      this.alive = false
      this.server.clock.after(1, () => this.client.onclose?.({ code }))
    }
  }

  private later(way: 'in' | 'out', call: () => void): void {
    const { clock } = this.server
    const at = clock.now() + this.server.delay()
    const when = Math.max(at, way === 'in' ? this.lastIn : this.lastOut)
    this.lastIn = way === 'in' ? when : this.lastIn
    this.lastOut = way === 'out' ? when : this.lastOut
    clock.after(when - clock.now(), () => this.alive && this.server.reachable && call())
  }

  private command(frame: Frame): void {
    this.server.commands.push(frame)
    const refusal = this.server.refuse.get(frame.type)
    if (frame.type === 'hello') {
      this.hello(frame)
    } else if (refusal) {
      this.push({ type: 'error', id: frame.id, ...refusal })
    } else {
      this.server.clock.after(this.server.delay(), () => this.alive && this.commit(frame))
    }
  }

  private hello(frame: Frame): void {
    const visitor = this.server.tokens.get(String(frame.token))
    if (!visitor) {
      this.push({ type: 'error', code: 'visitor-unknown', status: 401 })
      this.later('out', () => this.end(4401))
      return
    }
    const named = this.server.chats.get(String(frame.conversation))
    const chat = this.server.current(visitor) ?? (named?.visitor === visitor ? named : undefined)
    this.push({
      type: 'welcome',
      visitor,
      conversation: chat?.conversation ?? null,
      position: null,
    })
    const seen = chat && chat === named ? Number(frame.seen) : 0
    chat?.lines.slice(seen).forEach((line) => this.push({ type: 'message', ...line }))
    this.visitor = visitor
  }

  private commit(frame: Frame): void {
    const { server } = this
    const visitor = this.visitor as string
    const ack = { type: 'ack', id: frame.id }
    if (frame.type === 'open' && frame.team === 'gone') {
      this.push({ type: 'error', id: frame.id, code: 'team-not-found', status: 404 })
      return
    }
    if (frame.type === 'open') {
      const chat = server.current(visitor) ?? this.holding(frame) ?? server.begin(visitor)
      this.write(chat, frame)
      this.push({ ...ack, conversation: chat.conversation })
      return
    }
    const chat = server.chats.get(String(frame.conversation)) as Chat
    if (frame.type === 'send') {
      this.send(chat, frame)
    } else if (frame.type === 'fetch') {
      chat.lines
        .slice(Number(frame.after))
        .forEach((line) => this.push({ type: 'message', ...line }))
      this.push({ ...ack, more: false })
    } else if (frame.type === 'close') {
      server.append(chat, { side: 'SYSTEM', id: '', name: '' }, 'closed-by-visitor')
      server.change(chat, { state: chat.conversation.agent ? 'CLOSED' : 'ABANDONED' })
      this.push(ack)
    } else {
      this.push(ack)
    }
  }

  private send(chat: Chat, frame: Frame): void {
    if (!isOpen(chat.conversation) && !this.line(chat, frame)) {
      this.push({ type: 'error', id: frame.id, code: 'conversation-closed', status: 409 })
      return
    }
    const { seq, clientId, at } = this.write(chat, frame)
    this.push({ type: 'ack', id: frame.id, message: { seq, clientId, at } })
  }

  private write(chat: Chat, frame: Frame): Message {
    const author = { side: 'VISITOR', id: chat.visitor, name: 'Visitor' } as const
    const known = this.line(chat, frame)
    return known ?? this.server.append(chat, author, String(frame.text), String(frame.clientId))
  }

  private line(chat: Chat, frame: Frame): Message | undefined {
    return chat.lines.find((line) => line.clientId === frame.clientId)
  }

  private holding(frame: Frame): Chat | undefined {
    return [...this.server.chats.values()].find(
      (chat) => chat.visitor === this.visitor && this.line(chat, frame),
    )
  }
}
