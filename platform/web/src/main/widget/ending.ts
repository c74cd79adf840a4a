import type { Link } from './link'
import type { Answer, Score, Survey } from './protocol'
import type { Talk } from './talk'

/** The visitor ends a conversation and says what they thought of it, also across a lost connection. */
export class Ending {
  /** The visitor wants to end the conversation. */
  closing = false
  /** What the visitor thought of it, on its way. */
  rating: Score | null = null
  /** What the visitor is asked. */
  private survey: Survey | null = null
  /** What the server would not do, by its code; until the next attempt. */
  problem: string | null = null
  private sent = false

  constructor(
    private readonly talk: Talk,
    private readonly link: Link,
    private readonly done: () => void,
  ) {}

  close(): void {
    this.closing = this.talk.open
    this.problem = null
  }

  heard(survey: Survey): void {
    this.survey = survey
  }

  /** What waits for an answer. */
  get asked(): Survey | null {
    const { conversation } = this.talk
    const { survey } = this
    const ours = conversation && survey?.conversation === conversation.id
    return ours && !conversation.rating && survey.state === 'ASKED' ? survey : null
  }

  /** The visitor wants to rate without having been asked. */
  wish(): void {
    this.problem = null
    const conversation = this.talk.conversation?.id
    this.link.ask({ type: 'survey', conversation }, (answer) => this.answered(answer))
  }

  rate(rating: Score): void {
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
    if (conversation && this.closing && !this.sent) {
      this.sent = true
      this.link.ask({ type: 'close', conversation: conversation.id }, (answer) => {
        this.sent = false
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
      const { stars = this.rating.satisfied ? 5 : 1, comment } = this.rating
      this.talk.update({ ...conversation, rating: { stars, comment } })
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
