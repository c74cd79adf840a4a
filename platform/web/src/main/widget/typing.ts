import type { Link } from './link'
import type { Author, Frame } from './protocol'
import type { World } from './world'

/** At most one notice in this time. */
const EVERY = 3000

/** A notice that is not repeated ends by itself. */
const ENDS = 6000

/** Who types now, on either side. */
export class Typing {
  /** The agent who types. */
  who: string | null = null
  private toldAt = -Infinity
  private told = false
  private cancelEnd = () => {}

  constructor(
    private readonly world: World,
    private readonly link: Link,
    private readonly changed: () => void,
  ) {}

  heard(frame: Frame): void {
    const author = frame.author as Author | undefined
    if (author?.side === 'VISITOR') {
      return
    }
    this.ended()
    if (frame.typing) {
      this.who = author?.name ?? ''
      this.cancelEnd = this.world.after(ENDS, () => {
        this.who = null
        this.changed()
      })
    }
  }

  /** The agent stopped, or what they typed is here. */
  ended(): void {
    this.cancelEnd()
    this.who = null
  }

  /** The visitor types, or cleared the field. */
  tell(conversation: string, typing: boolean, text?: string): void {
    const now = this.world.now()
    if (typing && now - this.toldAt >= (text ? EVERY / 3 : EVERY)) {
      this.toldAt = now
      this.told = true
      this.link.tell({ type: 'typing', conversation, typing, text })
    } else if (!typing && this.told) {
      this.sent()
      this.link.tell({ type: 'typing', conversation, typing })
    }
  }

  /** What the visitor typed is on its way: that ends it. */
  sent(): void {
    this.told = false
  }
}
