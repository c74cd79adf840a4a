const AGAIN_AFTER_MS = 3_000
const STOPS_AFTER_MS = 5_000

/** Tells the other side that somebody types: at most every three seconds, and when it stops. */
export class TypingNotice {
  private told = 0
  private stop: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly tell: (typing: boolean) => void) {}

  typed() {
    if (this.stop) clearTimeout(this.stop)
    this.stop = setTimeout(() => this.stopped(), STOPS_AFTER_MS)
    if (Date.now() - this.told < AGAIN_AFTER_MS) return
    this.told = Date.now()
    this.tell(true)
  }

  stopped() {
    if (this.stop) clearTimeout(this.stop)
    this.stop = null
    if (this.told > 0) this.tell(false)
    this.told = 0
  }
}
