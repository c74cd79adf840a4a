import * as more from '../../main/widget/more'
import type { Store } from '../../main/widget/store'
import type { World } from '../../main/widget/world'
import { NotNow } from '../../main/widget/world'
import type { FakeServer } from './fake-server'

/** Time that passes only when a test says so. */
export class FakeClock {
  private time = 1_700_000_000_000
  private count = 0
  private due: { at: number; order: number; call: () => void }[] = []

  now(): number {
    return this.time
  }

  after(milliseconds: number, call: () => void): () => void {
    const entry = { at: this.time + Math.max(0, milliseconds), order: this.count++, call }
    this.due.push(entry)
    return () => {
      this.due = this.due.filter((other) => other !== entry)
    }
  }

  /** Lets time pass, and everything happen that is due until then. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds
    await settled()
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = next.at
      this.due = this.due.filter((other) => other !== next)
      next.call()
      await settled()
    }
    this.time = end
  }

  private next(end: number) {
    let first: { at: number; order: number; call: () => void } | undefined
    for (const entry of this.due) {
      const sooner =
        !first || entry.at < first.at || (entry.at === first.at && entry.order < first.order)
      first = sooner ? entry : first
    }
    return first && first.at <= end ? first : undefined
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await Promise.resolve()
  }
}

/** A browser's storage, seen by several tabs. */
export class FakeBrowser {
  readonly values = new Map<string, string>()
  private readonly tabs = new Set<TabStore>()

  constructor(private readonly clock: FakeClock) {}

  tab(): Store {
    const tab = new TabStore(this)
    this.tabs.add(tab)
    return tab
  }

  changed(by: TabStore, key: string): void {
    for (const tab of this.tabs) {
      if (tab !== by) {
        this.clock.after(1, () => tab.hear(key))
      }
    }
  }
}

class TabStore implements Store {
  private readonly watchers = new Set<(key: string) => void>()

  constructor(private readonly browser: FakeBrowser) {}

  get(key: string): string | null {
    return this.browser.values.get(key) ?? null
  }

  set(key: string, value: string): void {
    this.browser.values.set(key, value)
    this.browser.changed(this, key)
  }

  remove(key: string): void {
    this.browser.values.delete(key)
    this.browser.changed(this, key)
  }

  keys(): string[] {
    return [...this.browser.values.keys()]
  }

  watch(call: (key: string) => void): () => void {
    this.watchers.add(call)
    return () => this.watchers.delete(call)
  }

  hear(key: string): void {
    this.watchers.forEach((call) => call(key))
  }
}

/** The same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What one tab sees of the world; the page's own storage outlives a reload. */
export interface FakeTab extends World {
  address: string
}

export function fakeTab(
  server: FakeServer,
  browser: FakeBrowser,
  random: () => number,
  own: Store,
): FakeTab {
  const tab: FakeTab = {
    address: 'https://shop.example/',
    now: () => server.clock.now(),
    after: (milliseconds, call) => server.clock.after(milliseconds, call),
    random,
    connect: () => server.connect(),
    more: () => Promise.resolve(more),
    arrive: async (page) => {
      if (!server.up) {
        throw new NotNow('down')
      }
      return server.arrive(page)
    },
    page: () => ({ url: tab.address, title: 'Shop', language: 'en' }),
    shared: browser.tab(),
    tab: own,
  }
  return tab
}

export function browserOfOne(clock: FakeClock): Store {
  return new FakeBrowser(clock).tab()
}
