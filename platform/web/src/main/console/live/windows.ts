import type { Store } from './outbox'

const FRONT = 'hotdesk.front'
const OWN = 'hotdesk.window'
const ALIVE = 'hotdesk.alive.'
const DEAD_AFTER_MS = 90_000

/**
 * Which of several windows of the console this one is. The one that was looked at last is in front:
 * it alone rings. A window's name survives its reload; what a closed one left behind is adopted.
 */
export class Windows {
  readonly name: string

  constructor(
    private readonly shared: Store & { length: number; key(index: number): string | null },
    own: Store,
    private readonly now: () => number = Date.now,
    random: () => string = () => crypto.getRandomValues(new Uint32Array(2)).join(''),
  ) {
    const before = own.getItem(OWN)
    this.name = before && !this.isAlive(before) ? before : random()
    own.setItem(OWN, this.name)
    this.beat()
  }

  /** Says that this window is still there; called every few seconds. */
  beat() {
    this.shared.setItem(ALIVE + this.name, String(this.now()))
  }

  /** This window is looked at. */
  comeToFront() {
    this.shared.setItem(FRONT, this.name)
  }

  isInFront(): boolean {
    const front = this.shared.getItem(FRONT)
    if (front && front !== this.name && this.isAlive(front)) return false
    this.comeToFront()
    return true
  }

  leave() {
    this.shared.removeItem(ALIVE + this.name)
    if (this.shared.getItem(FRONT) === this.name) this.shared.removeItem(FRONT)
  }

  /** Keys below a prefix that belong to windows which are gone. */
  orphans(prefix: string): string[] {
    return this.keys()
      .filter((key) => key.startsWith(prefix))
      .filter((key) => {
        const owner = key.slice(prefix.length)
        return owner !== this.name && !this.isAlive(owner)
      })
  }

  private isAlive(name: string) {
    const seen = Number(this.shared.getItem(ALIVE + name))
    return this.now() - seen < DEAD_AFTER_MS
  }

  private keys() {
    return Array.from({ length: this.shared.length }, (_, i) => this.shared.key(i) ?? '')
  }
}
