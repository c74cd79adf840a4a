import type { Link } from './link'
import type { Outbox, Entry } from './outbox'
import type { Ack, Answer, Frame, Refusal } from './protocol'
import type { World } from './world'

/** What the page asks for. */
export interface Wishes {
  readonly team: string | null
  /** Key of the entry point; the team's own where there is none. */
  readonly entryPoint?: string | null
  /** The question type that the page knows. */
  readonly category?: string | null
  language(): string
}

export interface SenderEvents {
  /** Whether what was missed has arrived, so that nothing is sent that is there already. */
  ready(): boolean
  acknowledged(entry: Entry, ack: Ack): void
  /** Everything is sent, or refused. */
  empty(): void
  changed(): void
}

/** How long to wait when the server cannot take a message now. */
const BREATH = 3000

/** Sends what is in the outbox, one message after another, so that their order holds. */
export class Sender {
  private sending: string | null = null
  private pausedUntil = 0
  private cancelNext = () => {}

  constructor(
    private readonly world: World,
    private readonly outbox: Outbox,
    private readonly link: Link,
    private wishes: Wishes,
    private readonly events: SenderEvents,
  ) {}

  /** Sends the next message if it is time. */
  go(): void {
    if (this.sending || this.link.state !== 'on' || !this.events.ready()) {
      return
    }
    const entry = this.outbox.next()
    if (!entry) {
      this.events.empty()
      return
    }
    const wait = Math.max(this.outbox.wait(entry), this.pausedUntil - this.world.now())
    if (wait > 0) {
      this.cancelNext()
      this.cancelNext = this.world.after(wait, () => this.go())
      return
    }
    this.sending = entry.clientId
    this.link.ask(frameOf(entry, this.wishes), (answer) => this.answered(entry, answer))
  }

  /** The server asked for less haste. */
  pause(): void {
    this.pausedUntil = this.world.now() + BREATH
  }

  stop(): void {
    this.cancelNext()
  }

  private answered(entry: Entry, answer: Answer): void {
    this.sending = null
    if (answer.type === 'ack') {
      this.outbox.remove(entry.clientId)
      this.events.acknowledged(entry, answer)
    } else if (answer.type === 'error' && answer.code.startsWith('team-') && this.wishes.team) {
      // The page names a team that is no more: the visitor is not to suffer for it.
      this.wishes = { ...this.wishes, team: null }
    } else if (answer.type === 'error' && mayWorkLater(answer)) {
      this.pause()
    } else if (answer.type === 'error') {
      this.outbox.refuse(entry.clientId, answer.code)
    }
    this.events.changed()
    this.go()
  }
}

function mayWorkLater(refusal: Refusal): boolean {
  return refusal.status >= 500 || [401, 408, 429].includes(refusal.status)
}

function frameOf(entry: Entry, wishes: Wishes): Frame {
  const { clientId, text, conversation, attachment, card, confirmed } = entry
  if (conversation) {
    const extra = { attachment: attachment?.id, card, confirmed }
    return { type: 'send', conversation, clientId, text, ...extra }
  }
  const { team, entryPoint, category } = wishes
  return {
    type: 'open',
    clientId,
    text,
    language: wishes.language(),
    confirmed,
    ...(team && { team }),
    ...(entryPoint && { entryPoint }),
    ...(category && { category }),
  }
}
