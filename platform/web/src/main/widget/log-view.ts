import { h, icon, show, write } from './dom'
import { pieces } from './links'
import type { Attachment, Card } from './protocol'
import { type Bubble, type Note, type Row, type Status, isNote } from './rows'
import type { Words } from './words'

export interface LogEvents {
  older(): void
  resend(clientId: string): void
  discard(clientId: string): void
  recall(seq: number): void
  /** Shows what a message holds beside its text. */
  extra(place: HTMLElement, extra: Attachment | Card): void
  /** Whether a refused message would begin a conversation, or go to the one that is open. */
  open(): boolean
}

/** Within this many pixels of the end the log follows what is new. */
const NEAR = 60

interface Shown {
  readonly element: HTMLElement
  row: Row
}

/** The lines of a conversation. Lines keep their place on screen and in the tree as they change. */
export class LogView {
  readonly element: HTMLElement
  readonly log: HTMLElement
  private readonly list: HTMLElement
  private readonly older: HTMLButtonElement
  private readonly newer: HTMLButtonElement
  private readonly shown = new Map<string, Shown>()
  /** The visitor reads what is newest, not what is older. */
  private following = true

  constructor(
    private readonly words: Words,
    private readonly events: LogEvents,
    greeting: HTMLElement,
    footer: HTMLElement,
  ) {
    const quiet = { type: 'button', class: 'pill' }
    this.older = h('button', { ...quiet, onclick: () => events.older() }, words.say('older'))
    const newer = { ...quiet, class: 'pill newer', onclick: () => this.toEnd() }
    this.newer = h('button', newer, icon('down'), words.say('newLines'))
    const live = { role: 'log', 'aria-live': 'off', 'aria-relevant': 'additions' }
    const list = { ...live, class: 'list', tabindex: '0', 'aria-label': words.say('log') }
    this.list = h('div', list)
    this.log = h('div', { class: 'scroll' }, this.older, greeting, this.list, footer)
    this.log.addEventListener('scroll', () => this.scrolled(), { passive: true })
    this.element = h('div', { class: 'log' }, this.log, this.newer)
    show(this.newer, false)
    new ResizeObserver(() => this.following && this.toEnd()).observe(this.log)
  }

  /** Whether the newest line is on screen. */
  get atEnd(): boolean {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR
  }

  toEnd(): void {
    this.log.scrollTop = this.log.scrollHeight
    this.following = true
    show(this.newer, false)
  }

  /** Shows these rows; answers whether there were new ones below. */
  render(rows: Row[], hasOlder: boolean): void {
    const height = this.log.scrollHeight
    const newest = this.list.lastElementChild
    const oldest = this.list.firstElementChild
    show(this.older, hasOlder)
    this.forget(rows)
    this.place(rows)
    const below = this.list.lastElementChild !== newest
    const mine = below && rows.at(-1)?.kind === 'mine'
    if (this.following || mine) {
      this.toEnd()
    } else if (oldest && this.list.firstElementChild !== oldest) {
      this.log.scrollTop += this.log.scrollHeight - height
    } else if (below) {
      show(this.newer, true)
    }
  }

  /** From now on what is added is read out. */
  speak(): void {
    this.list.setAttribute('aria-live', 'polite')
  }

  private scrolled(): void {
    this.following = this.atEnd
    if (this.following) {
      show(this.newer, false)
    }
    if (this.log.scrollTop < NEAR && !this.older.hidden) {
      this.events.older()
    }
  }

  private forget(rows: Row[]): void {
    const wanted = new Set(rows.map((row) => row.key))
    for (const [key, { element }] of this.shown) {
      if (!wanted.has(key)) {
        element.remove()
        this.shown.delete(key)
      }
    }
  }

  private place(rows: Row[]): void {
    let next = this.list.firstElementChild
    for (const row of rows) {
      const element = this.elementFor(row)
      if (element === next) {
        next = next.nextElementSibling
      } else {
        this.list.insertBefore(element, next)
      }
    }
  }

  private elementFor(row: Row): HTMLElement {
    const known = this.shown.get(row.key)
    if (known) {
      if (JSON.stringify(known.row) !== JSON.stringify(row)) {
        known.row = row
        this.update(known.element, row)
      }
      return known.element
    }
    const element = isNote(row) ? note(row) : this.bubble(row)
    this.shown.set(row.key, { element, row })
    this.update(element, row)
    return element
  }

  private bubble(row: Bubble): HTMLElement {
    const said = h('div', { class: 'said' })
    for (const { text, href } of pieces(row.text)) {
      const link = { href: href ?? '', target: '_blank', rel: 'noopener noreferrer nofollow' }
      said.append(href ? h('a', link, text) : text)
    }
    if (row.extra) {
      this.events.extra(said, row.extra)
    }
    const initial = [...row.name][0] ?? ''
    const face = h('span', { class: 'face', 'aria-hidden': 'true' }, initial)
    const name = h('span', { class: 'unseen' }, `${row.name}: `)
    const meta = h('div', { class: 'meta' })
    return h(
      'div',
      {},
      row.kind === 'theirs' ? face : null,
      h('div', { class: 'body' }, name, said, meta),
    )
  }

  private update(element: HTMLElement, row: Row): void {
    if (isNote(row)) {
      write(element.firstElementChild as HTMLElement, row.text)
      return
    }
    const ends = `${row.first ? ' first' : ''}${row.last ? ' last' : ''}`
    element.className = `row ${row.kind} ${row.status ?? ''}${ends}`
    const meta = element.querySelector('.meta') as HTMLElement
    meta.replaceChildren(...(row.refused ? this.refused(row) : this.meta(row)))
  }

  private meta(row: Bubble): Node[] {
    const time = h('span', {}, row.time)
    if (!row.status) {
      return [time]
    }
    const word = this.words.say(row.status as Exclude<Status, 'refused'>)
    const icons = { pending: 'clock', sent: 'tick', delivered: 'ticks', read: 'ticks' } as const
    const mark = h(
      'span',
      { class: 'mark', title: word },
      icon(icons[row.status as keyof typeof icons]),
    )
    // Delivered and read differ by more than their colour.
    const plain = row.status === 'read' || row.status === 'pending'
    const back = { type: 'button', class: 'link', onclick: () => this.events.recall(row.seq) }
    return [
      time,
      mark,
      h('span', { class: plain ? 'word' : 'unseen' }, word),
      ...(row.seq ? [h('button', back, this.words.say('recall'))] : []),
    ]
  }

  private refused(row: Bubble): Node[] {
    const { words, events } = this
    const reason = words.reason(row.refused ?? '')
    const closed = row.refused === 'conversation-closed'
    const again = closed ? (events.open() ? 'sendHere' : 'sendNew') : 'again'
    const act = (word: 'sendHere' | 'sendNew' | 'again' | 'remove', call: (id: string) => void) =>
      h('button', { type: 'button', class: 'link', onclick: () => call(row.key) }, words.say(word))
    return [
      icon('warn'),
      h('span', { class: 'why', role: 'alert' }, words.say('notSent', { reason })),
      act(again, events.resend),
      act('remove', events.discard),
    ]
  }
}

function note(row: Note): HTMLElement {
  return h('div', { class: `note ${row.kind}` }, h('span'))
}
