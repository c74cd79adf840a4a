import type { Link } from './link'
import type { Answer } from './protocol'
import type { Talk } from './talk'
import type { World } from './world'

/** How long lines may stay out before they are asked for. */
const GRACE = 300
const BREATH = 2000
const PAGE = 100

/** Notices that lines are missing and fetches them. */
export class CatchUp {
  private fetching = false
  private toldAll = 0
  private cancelGrace: (() => void) | null = null

  constructor(
    private readonly world: World,
    private readonly talk: Talk,
    private readonly link: Link,
    private readonly done: () => void,
  ) {}

  /** Nothing is missing, or the server said that there is no more. */
  get complete(): boolean {
    return this.talk.seen >= this.talk.last || this.toldAll >= this.talk.last
  }

  /** Looks whether something is missing, after every change. */
  look(): void {
    if (this.complete) {
      this.stop()
      this.done()
    } else if (!this.cancelGrace) {
      this.wait(GRACE)
    }
  }

  /** Asks for what comes after the lines that are here; also shows that the connection lives. */
  fetch(): void {
    const id = this.talk.conversation?.id
    if (id && !this.fetching && this.link.state === 'on') {
      this.fetching = true
      const frame = { type: 'fetch', conversation: id, after: this.talk.seen }
      this.link.ask(frame, (answer) => this.fetched(answer, this.talk.last))
    }
  }

  /** Asks for lines before the oldest here. */
  older(): void {
    const { conversation, first } = this.talk
    if (conversation && first > 1) {
      const after = Math.max(0, first - 1 - PAGE)
      this.link.ask({ type: 'fetch', conversation: conversation.id, after }, () => {})
    }
  }

  stop(): void {
    this.cancelGrace?.()
    this.cancelGrace = null
  }

  /** A new connection: what was told before counts no more. */
  begin(): void {
    this.toldAll = 0
    this.fetching = false
    this.stop()
  }

  private fetched(answer: Answer, last: number): void {
    this.fetching = false
    if (answer.type === 'ack' && !answer.more) {
      this.toldAll = last
    } else if (answer.type === 'ack') {
      this.fetch()
    } else if (answer.type === 'error') {
      this.wait(BREATH)
      return
    }
    this.look()
  }

  private wait(pause: number): void {
    this.stop()
    this.cancelGrace = this.world.after(pause, () => {
      this.cancelGrace = null
      if (!this.complete) {
        this.fetch()
      }
    })
  }
}
