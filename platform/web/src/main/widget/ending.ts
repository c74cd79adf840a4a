import type { Link } from './link'
import type { Answer, Rating } from './protocol'
import type { Talk } from './talk'

/** The visitor ends a conversation and says what they thought of it, also across a lost connection. */
export class Ending {
  /** The visitor wants to end the conversation. */
  closing = false
  /** What the visitor thought of it, on its way. */
  rating: Rating | null = null
  /** What the server would not do, by its code; until the next attempt. */
  problem: string | null = null
  private asked = false

  constructor(
    private readonly talk: Talk,
    private readonly link: Link,
    private readonly done: () => void,
  ) {}

  close(): void {
    this.closing = this.talk.open
    this.problem = null
  }

  rate(rating: Rating): void {
    this.problem = null
    this.rating = rating
    this.rateNow()
  }

  forget(): void {
    this.closing = false
    this.rating = null
    this.problem = null
  }

  /** What was wanted may have come to be. */
  look(): void {
    this.closing &&= this.talk.open
    if (this.talk.conversation?.rating) {
      this.rating = null
    }
  }

  /** Asks the server to end it; before that, everything written was sent. */
  closeNow(): void {
    const { conversation } = this.talk
    if (conversation && this.closing && !this.asked) {
      this.asked = true
      this.link.ask({ type: 'close', conversation: conversation.id }, (answer) => {
        this.asked = false
        this.closing &&= answer.type === 'lost'
        this.answered(answer)
      })
    }
  }

  rateNow(): void {
    const { conversation } = this.talk
    if (conversation && this.rating) {
      const rate = { type: 'rate', conversation: conversation.id, ...this.rating }
      this.link.ask(rate, (answer) => this.rated(answer))
    }
  }

  private rated(answer: Answer): void {
    const { conversation } = this.talk
    if (answer.type === 'ack' && conversation && this.rating) {
      this.talk.update({ ...conversation, rating: this.rating })
    } else if (answer.type === 'error') {
      this.rating = null
    }
    this.answered(answer)
  }

  private answered(answer: Answer): void {
    if (answer.type === 'error') {
      this.problem = answer.code
    } else if (answer.type === 'ack' && answer.conversation) {
      this.talk.update(answer.conversation)
    }
    this.done()
  }
}
