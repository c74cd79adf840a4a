import { CatchUp } from './catch-up'
import { Ending } from './ending'
import { Visitor } from './identity'
import { Link, type LinkState } from './link'
import { type Extra, Outbox } from './outbox'
import type { Conversation, Frame, Message, Score, Survey, Welcome } from './protocol'
import { Sender, type Wishes } from './sender'
import { Talk } from './talk'
import { Typing } from './typing'
import type { World } from './world'

export interface SessionEvents {
  /** Something that is shown is different now. */
  changed(): void
  /** A line of the other side is new here. */
  arrived(message: Message): void
}

/** How long a connection is kept that nobody needs. */
const LEAVE = 30_000

/** After so long a silence the connection is tried. */
export const SILENCE = 45_000

/** A server that knows none of its new visitors is asked again this late. */
const RENEWAL = 15_000

/** One visitor's chat in one tab: what the visitor does, and what comes of it. */
export class Session {
  readonly talk: Talk
  readonly typing: Typing
  readonly ending: Ending

  private readonly outbox: Outbox
  private readonly visitor: Visitor
  private readonly link: Link
  private readonly sender: Sender
  private readonly catchUp: CatchUp
  private panelOpen = false
  private lastHeard = 0
  token = ''
  private cancelWatch = () => {}
  private cancelLeave: (() => void) | null = null
  private cancelSilence = () => {}
  private cancelRenewal = () => {}
  private renewals = 0

  constructor(
    private readonly world: World,
    wishes: Wishes,
    private readonly events: SessionEvents,
  ) {
    this.visitor = new Visitor(world)
    this.outbox = new Outbox(world)
    this.talk = new Talk(world, this.outbox)
    this.link = new Link(world, {
      hello: () => this.hello(),
      heard: (frame) => this.heard(frame),
      unknown: () => this.unknown(),
      changed: () => this.linkChanged(),
    })
    this.catchUp = new CatchUp(world, this.talk, this.link, () => this.sender.go())
    this.ending = new Ending(this.talk, this.link, () => this.follow())
    this.typing = new Typing(world, this.link, () => this.events.changed())
    this.sender = new Sender(world, this.outbox, this.link, wishes, {
      ready: () => this.catchUp.complete,
      acknowledged: (entry, ack) => {
        this.talk.accept(entry, ack)
        this.follow()
      },
      empty: () => this.ending.closeNow(),
      changed: () => this.events.changed(),
    })
  }

  /** Tells the server of a visitor whom it never saw, and connects when there is something to hear. */
  start(): void {
    this.cancelWatch = this.world.shared.watch((key) => this.otherTab(key))
    this.visitor.ensure(() => this.settle())
  }

  /** The page goes away. */
  stop(): void {
    this.cancelWatch()
    this.cancelLeave?.()
    this.cancelSilence()
    this.cancelRenewal()
    this.visitor.stop()
    this.sender.stop()
    this.typing.ended()
    this.catchUp.stop()
    this.link.stop()
  }

  get connection(): LinkState {
    return this.link.state
  }

  /** Whether messages wait that could not be sent yet. */
  get unsent(): boolean {
    return this.outbox.next() !== null
  }

  panel(open: boolean): void {
    this.panelOpen = open
    this.settle()
    if (open) {
      this.link.hurry()
    }
  }

  /** Keeps a message, and sends it as soon as that is possible. */
  write(text: string, extra?: Extra): void {
    this.ending.problem = null
    this.outbox.add(text, this.talk.address, extra)
    this.typing.sent()
    this.moved()
  }

  /** Sends a refused message to the conversation of now, or begins one with it. */
  resend(clientId: string): void {
    this.outbox.readdress(clientId, this.talk.address)
    this.moved()
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId)
    this.moved()
  }

  /** Takes a message back, as long as the server lets it. */
  recall(seq: number): void {
    this.link.ask({ type: 'recall', conversation: this.talk.conversation?.id, seq }, () => {})
  }

  /** The visitor types, or cleared the field. */
  types(something: boolean, text?: string): void {
    const { conversation } = this.talk
    if (conversation?.state === 'ACTIVE') {
      this.typing.tell(conversation.id, something, this.talk.previews ? text : undefined)
    }
  }

  /** What is here is on screen. */
  markRead(): void {
    const { conversation } = this.talk
    const seq = conversation && this.link.state === 'on' ? this.talk.markRead() : null
    if (conversation && seq !== null) {
      this.link.ask({ type: 'read', conversation: conversation.id, seq }, () => {})
      this.events.changed()
    }
  }

  /** Ends the conversation, after what is still to be sent. */
  close(): void {
    this.ending.close()
    this.moved()
  }

  rate(rating: Score): void {
    this.ending.rate(rating)
    this.events.changed()
  }

  /** Leaves the conversation that has ended behind. */
  startNew(): void {
    this.talk.adopt(null)
    this.ending.forget()
    this.moved()
  }

  older(): void {
    this.catchUp.older()
  }

  /** The visitor went to another page. */
  viewed(): void {
    const { url, title, language } = this.world.page()
    this.link.ask({ type: 'page', url, title, language }, () => {})
  }

  /** Finds out at once whether the connection still is one. */
  probe(): void {
    this.link.hurry()
    this.catchUp.fetch()
  }

  private hello(): Frame {
    this.token = this.visitor.identity?.token ?? ''
    const hello = { type: 'hello', token: this.token }
    const { conversation, seen } = this.talk
    return conversation ? { ...hello, conversation: conversation.id, seen } : hello
  }

  private heard(frame: Frame): void {
    this.lastHeard = this.world.now()
    const ours = frame.conversation === this.talk.conversation?.id
    if (frame.type === 'welcome') {
      this.renewals = 0
      this.catchUp.begin()
      this.talk.welcome(frame as unknown as Welcome)
    } else if (frame.type === 'message') {
      this.received(frame as unknown as Message)
    } else if (frame.type === 'conversation') {
      this.talk.update(frame.conversation as Conversation)
    } else if (frame.type === 'survey') {
      this.ending.heard(frame.survey as Survey)
    } else if (frame.type === 'position' && ours) {
      this.talk.position = frame.position as number | null
    } else if (frame.type === 'typing' && ours) {
      this.typing.heard(frame)
    } else if ((frame.type === 'delivered' || frame.type === 'read') && ours) {
      this.talk.progressed(frame)
    } else if (frame.type === 'error' && frame.status === 429) {
      this.sender.pause()
    }
    this.follow()
  }

  private received(message: Message): void {
    const receipt = this.talk.receive(message)
    if (receipt === 'new' && message.author.side !== 'VISITOR' && message.kind !== 'RECALL') {
      this.typing.ended()
      this.events.arrived(message)
    }
  }

  /** Draws the conclusions of what the server told. */
  private follow(): void {
    if (!this.talk.open) {
      this.typing.ended()
    }
    this.ending.look()
    this.catchUp.look()
    this.settle()
    this.events.changed()
  }

  private moved(): void {
    this.settle()
    this.sender.go()
    this.events.changed()
  }

  private linkChanged(): void {
    if (this.link.state === 'on') {
      this.viewed()
      this.ending.rateNow()
      this.listen()
      this.catchUp.look()
    } else {
      this.typing.ended()
    }
    this.events.changed()
  }

  /** Connects, or lets the connection go, as it is needed. */
  private settle(): void {
    if (this.panelOpen || this.talk.open || this.unsent || this.ending.asked) {
      this.cancelLeave?.()
      this.cancelLeave = null
      this.visitor.ensure(() => this.link.start())
    } else if (this.link.state !== 'off' && !this.cancelLeave) {
      this.cancelLeave = this.world.after(LEAVE, () => {
        this.cancelLeave = null
        this.link.stop()
      })
    }
  }

  private unknown(): void {
    this.link.stop()
    this.visitor.forget(this.token)
    this.outbox.forgetConversations()
    this.talk.adopt(null)
    this.cancelRenewal()
    const pause = this.renewals++ > 0 ? RENEWAL : 0
    this.cancelRenewal = this.world.after(pause, () => this.settle())
    this.events.changed()
  }

  /** A connection that says nothing may be dead without anybody having noticed. */
  private listen(): void {
    this.cancelSilence()
    this.cancelSilence = this.world.after(SILENCE, () => {
      if (this.world.now() - this.lastHeard >= SILENCE) {
        this.catchUp.fetch()
      }
      if (this.link.state === 'on') {
        this.listen()
      }
    })
  }

  private otherTab(key: string): void {
    if (this.talk.otherTabChanged(key) || this.outbox.keeps(key)) {
      this.moved()
    }
  }
}
