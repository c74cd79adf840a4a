/** How long to wait before the next try to connect: 0.5 s, doubling up to 15 s, up to 30 % random. */
export class Backoff {
  private tries = 0

  constructor(private readonly random: () => number = Math.random) {}

  /** @param code the close code of the connection that ended */
  next(code: number): number {
    if (code === BROKE_THE_LIMITS) return this.spread(60_000)
    if (code === RESTARTING && this.tries === 0) {
      this.tries++
      return Math.round(500 * 0.3 * this.random())
    }
    return this.spread(Math.min(500 * 2 ** this.tries++, 15_000))
  }

  reset() {
    this.tries = 0
  }

  private spread(base: number) {
    return Math.round(base * (1 + 0.3 * this.random()))
  }
}

const BROKE_THE_LIMITS = 1008
const RESTARTING = 1012
