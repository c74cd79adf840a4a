import type { Identity } from './protocol'
import { readJson } from './store'
import type { World } from './world'

const KEY = 'visitor'
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** Who this browser is, the same in all its tabs. */
export class Visitor {
  private asking = false
  private tries = 0
  private waiting: (() => void)[] = []
  private stopped = false

  constructor(private readonly world: World) {}

  get identity(): Identity | null {
    return readJson<Identity>(this.world.shared, KEY)
  }

  /** Calls as soon as the server knows this visitor; asks until it does. */
  ensure(known: () => void): void {
    if (this.identity) {
      known()
      return
    }
    this.waiting.push(known)
    if (!this.asking) {
      this.asking = true
      void this.ask()
    }
  }

  /** The server does not know this token; another tab may have a better one already. */
  forget(token: string): void {
    if (this.identity?.token === token) {
      this.world.shared.remove(KEY)
    }
  }

  stop(): void {
    this.stopped = true
  }

  private async ask(): Promise<void> {
    try {
      const identity = await this.world.arrive(this.world.page())
      if (!this.identity) {
        this.world.shared.set(KEY, JSON.stringify(identity))
      }
      this.tries = 0
      this.tell()
    } catch {
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.tries++)
      this.world.after(pause * (1 + 0.3 * this.world.random()), () => void this.askAgain())
    }
  }

  private async askAgain(): Promise<void> {
    if (this.stopped) {
      return
    }
    if (this.identity) {
      this.tell()
    } else {
      await this.ask()
    }
  }

  private tell(): void {
    this.asking = false
    if (!this.stopped) {
      this.waiting.splice(0).forEach((known) => known())
    }
  }
}
