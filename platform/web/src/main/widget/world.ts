import type * as More from './more'
import type { Identity, Page } from './protocol'
import { type Store, localStore, tabStore } from './store'

/** What the widget needs of a socket. */
export interface Socket {
  send(text: string): void
  close(code?: number): void
  onopen: (() => void) | null
  onmessage: ((event: { data: string }) => void) | null
  onclose: ((event: { code: number }) => void) | null
}

/** Everything outside of the widget that a test wants to hold in its hand. */
export interface World {
  now(): number
  /** Calls once after some milliseconds; the answer calls it off. */
  after(milliseconds: number, call: () => void): () => void
  /** From 0 up to, but not, 1. */
  random(): number
  connect(): Socket
  /** Loads what most chats never need. */
  more(): Promise<typeof More>
  /** Asks the server for a new visitor. */
  arrive(page: Page): Promise<Identity>
  page(): Page
  /** Shared by all tabs of this site. */
  readonly shared: Store
  /** This tab's own; survives a reload. */
  readonly tab: Store
}

/** The server took no new visitor now. */
export class NotNow extends Error {}

/** The world as the browser gives it. */
export function browserWorld(base: URL, language: () => string): World {
  return {
    now: () => Date.now(),
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    connect: () => new WebSocket(liveAddress(base)) as unknown as Socket,
    more: () => import(/* @vite-ignore */ new URL('widget-more.js', base).href) as Promise<typeof More>,
    arrive: (page) => arrive(base, page),
    page: () => currentPage(language()),
    shared: localStore(),
    tab: tabStore(),
  }
}

export function liveAddress(base: URL): string {
  const address = new URL('live/visitor', base)
  address.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}

function currentPage(language: string): Page {
  const page = { url: location.href, title: document.title, language }
  return document.referrer ? { ...page, referrer: document.referrer } : page
}

async function arrive(base: URL, page: Page): Promise<Identity> {
  const response = await fetch(new URL('api/v1/visitors', base), {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(page),
  })
  if (!response.ok) {
    throw new NotNow(String(response.status))
  }
  const { visitor, token } = (await response.json()) as Identity
  return { visitor, token }
}
