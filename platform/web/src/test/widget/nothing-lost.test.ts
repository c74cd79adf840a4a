import { expect, test } from 'vitest'
import { Session } from '../../main/widget/session'
import type { Store } from '../../main/widget/store'
import { FakeServer } from './fake-server'
import { FakeBrowser, FakeClock, browserOfOne, fakeTab, seeded } from './fake-world'

const SEEDS = Number(process.env.SEEDS ?? 400)
const STEPS = 40

/** A visitor with up to two tabs, on a bad day. */
class BadDay {
  readonly clock = new FakeClock()
  readonly server = new FakeServer(this.clock)
  readonly written: string[] = []
  readonly answered: string[] = []
  private readonly browser = new FakeBrowser(this.clock)
  private readonly own: Store[] = [browserOfOne(this.clock), browserOfOne(this.clock)]
  private readonly tabs: (Session | null)[] = [null, null]

  constructor(private readonly random: () => number) {
    this.server.delay = () => this.below(this.random() < 0.1 ? 3000 : 40)
    this.reload(0)
  }

  async step(): Promise<void> {
    const tab = this.below(2)
    const actions: [number, () => void][] = [
      [8, () => this.write(tab)],
      [3, () => this.answer()],
      [2, () => this.server.crash(this.random() < 0.3 ? 1012 : 1006)],
      [3, () => this.server.restart()],
      [1, () => this.server.cut()],
      [1, () => (this.server.reachable = false)],
      [2, () => (this.server.reachable = true)],
      [3, () => this.reload(tab)],
      [1, () => this.leave(tab)],
    ]
    let dice = this.below(actions.reduce((sum, [weight]) => sum + weight, 0))
    actions.find(([weight]) => (dice -= weight) < 0)?.[1]()
    await this.clock.pass(this.below(this.random() < 0.2 ? 20_000 : 300))
  }

  /** Everything works again; somebody still looks at a page. */
  async heal(): Promise<Session[]> {
    this.server.restart()
    this.server.reachable = true
    if (!this.tabs.some((tab) => tab)) {
      this.reload(0)
    }
    await this.clock.pass(180_000)
    return this.tabs.filter((tab) => tab !== null)
  }

  private write(tab: number): void {
    const text = `line ${this.written.length + 1}`
    this.written.push(text)
    const session = this.tabs[tab] ?? this.reload(tab)
    session.write(text)
  }

  private answer(): void {
    if (this.server.up && this.server.chats.size > 0) {
      const text = `answer ${this.answered.length + 1}`
      this.answered.push(text)
      this.server.say(text)
    }
  }

  private reload(tab: number): Session {
    this.leave(tab)
    const world = fakeTab(this.server, this.browser, this.random, this.own[tab] as Store)
    const wishes = { team: null, language: () => 'en' }
    const session = new Session(world, wishes, { changed: () => {}, arrived: () => {} })
    session.start()
    session.panel(this.random() < 0.7)
    this.tabs[tab] = session
    return session
  }

  private leave(tab: number): void {
    this.tabs[tab]?.stop()
    this.tabs[tab] = null
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit)
  }
}

test('every_message_arrives_once_and_in_order_whatever_breaks', async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const day = new BadDay(seeded(seed))
    for (let step = 0; step < STEPS; step++) {
      await day.step()
    }
    const tabs = await day.heal()

    expect(day.server.chats.size, `seed ${seed}`).toBeLessThanOrEqual(1)
    expect(day.written.length === 0 ? [] : day.server.said(), `seed ${seed}`).toEqual(day.written)
    const lines = day.server.chat?.lines ?? []
    for (const tab of tabs) {
      expect(
        tab.talk.lines.map((line) => line.text),
        `seed ${seed}`,
      ).toEqual(lines.map((line) => line.text))
      expect(tab.talk.pending, `seed ${seed}`).toEqual([])
    }
  }
}, 120_000)
