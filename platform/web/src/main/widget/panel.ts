import { Composer, type ComposerEvents } from './composer'
import { h, icon, show, write } from './dom'
import { EndingView } from './ending-view'
import { LogView } from './log-view'
import type * as More from './more'
import type { Attachment, Card } from './protocol'
import type { Row } from './rows'
import type { Session } from './session'
import { Sheet } from './sheet'
import type { Words } from './words'

export interface PanelEvents extends Omit<ComposerEvents, 'files'> {
  minimise(): void
  mute(muted: boolean): void
}

/** What the panel shows beside the session itself. */
export interface Scene {
  readonly rows: Row[]
  readonly trouble: 'connecting' | 'reconnecting' | 'offline' | null
  readonly muted: boolean
}

/** The dialog in which the visitor chats. */
export class Panel {
  readonly element: HTMLElement
  readonly log: LogView
  readonly composer: Composer
  private readonly name: HTMLElement
  private readonly about: HTMLElement
  private readonly face: HTMLElement
  private readonly end: HTMLButtonElement
  private readonly sound: HTMLButtonElement
  private readonly bar: HTMLElement
  private readonly strip: HTMLElement
  private readonly greeting: HTMLElement
  private readonly typing: HTMLElement
  private readonly ending: EndingView
  private readonly sheet: Sheet

  constructor(
    private readonly words: Words,
    private readonly session: Session,
    private readonly events: PanelEvents,
    private readonly texts: { title: string; greeting: string; draft: string; base: URL },
    private readonly load: () => Promise<typeof More>,
  ) {
    this.name = h('h2', { id: 'title' })
    this.about = h('p', { class: 'about' })
    this.face = h('span', { class: 'face', 'aria-hidden': 'true' })
    const endName = { class: 'end', 'aria-label': words.say('endLong') }
    this.end = h(
      'button',
      { type: 'button', ...endName, onclick: () => this.askEnd() },
      words.say('end'),
    )
    this.sound = h('button', { type: 'button', class: 'tool', onclick: () => this.toggleSound() })
    this.bar = h('div', { class: 'bar', role: 'status' })
    this.strip = h('div', { class: 'strip' })
    const hello = h('p', { class: 'hello' }, texts.greeting || words.say('greeting'))
    this.greeting = h(
      'div',
      { class: 'greeting' },
      icon('chat'),
      hello,
      h('p', {}, words.say('greetingMore')),
    )
    this.typing = h('div', { class: 'typing' })
    this.log = new LogView(words, this.logEvents(), this.greeting, this.typing)
    const files = () => this.more((more, lender) => more.pick(lender))
    this.composer = new Composer(words, { ...this.events, files }, texts.draft)
    this.ending = new EndingView(words, session, (use) => this.more(use))
    this.sheet = new Sheet(words)
    this.element = this.build()
  }

  render(scene: Scene): void {
    this.renderHeader(scene.muted)
    write(this.bar, scene.trouble ? this.words.say(scene.trouble) : '')
    this.bar.classList.toggle('on', scene.trouble !== null)
    this.renderStrip()
    this.renderTyping()
    const { talk } = this.session
    show(this.greeting, scene.rows.length === 0 && !talk.conversation)
    const over = talk.conversation !== null && !talk.open
    show(this.composer.element, !over)
    this.ending.render(over)
    show(this.composer.clip, talk.open)
    this.log.render(scene.rows, talk.first > 1)
    if (!talk.open) {
      this.sheet.close()
    }
  }

  /** Where the keyboard begins. */
  focus(): void {
    const target = this.composer.element.hidden ? this.ending.target : this.composer.field
    target.focus({ preventScroll: true })
  }

  /** Closes what lies over the panel; answers whether there was something. */
  back(): boolean {
    return this.sheet.close()
  }

  /** Keeps the keyboard inside while the panel is open. */
  trap(event: KeyboardEvent): void {
    const within = this.sheet.open ? this.sheet.element : this.element
    const all = [...within.querySelectorAll<HTMLElement>('button, textarea, input, a, [tabindex]')]
    const stops = all.filter((one) => !one.matches(':disabled') && one.getClientRects().length > 0)
    const root = this.element.getRootNode() as ShadowRoot
    const edge = event.shiftKey ? stops[0] : stops.at(-1)
    if (root.activeElement === edge || !within.contains(root.activeElement)) {
      event.preventDefault()
      ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
    }
  }

  private build(): HTMLElement {
    const close = { type: 'button', class: 'tool', 'aria-label': this.words.say('minimise') }
    const tools = [
      this.end,
      this.sound,
      h('button', { ...close, onclick: () => this.events.minimise() }, icon('down')),
    ]
    const who = h('div', { class: 'who' }, this.name, this.about)
    const header = h('div', { class: 'header' }, this.face, who, ...tools)
    const attributes = {
      class: 'panel',
      role: 'dialog',
      'aria-labelledby': 'title',
      lang: this.words.language,
    }
    return h(
      'div',
      attributes,
      header,
      this.bar,
      this.strip,
      this.log.element,
      this.ending.element,
      this.composer.element,
      this.sheet.element,
    )
  }

  private renderHeader(muted: boolean): void {
    const { talk } = this.session
    const agent = talk.conversation?.agent?.name ?? null
    write(this.name, agent ?? (this.texts.title || this.words.say('title')))
    const about = talk.open ? (agent ? 'online' : 'waiting') : talk.conversation ? 'ended' : null
    write(this.about, about ? this.words.say(about) : '')
    write(this.face, [...(agent ?? '')][0] ?? '')
    show(this.face, agent !== null)
    show(this.end, talk.conversation?.state === 'ACTIVE')
    const label = this.words.say(muted ? 'unmute' : 'mute')
    if (this.sound.getAttribute('aria-label') !== label) {
      this.sound.setAttribute('aria-label', label)
      this.sound.replaceChildren(icon(muted ? 'bellOff' : 'bell'))
    }
  }

  /** Files and cards are loaded when there are any. */
  more(use: (more: typeof More, lender: More.Lender) => void): void {
    const { session, composer, words } = this
    const lender = {
      base: this.texts.base,
      language: words.language,
      place: composer.element,
      session,
    }
    void this.load().then((more) => use(more, lender))
  }

  private renderStrip(): void {
    const { talk, ending } = this.session
    const queued = talk.conversation?.state === 'QUEUED'
    const text = ending.closing
      ? this.words.say('closing')
      : queued
        ? this.queueText(talk.position)
        : ''
    if (this.strip.dataset.text !== text) {
      this.strip.dataset.text = text
      const leave = { type: 'button', class: 'link', onclick: () => this.askLeave() }
      const button = h('button', leave, this.words.say('leaveQueue'))
      const words = h('span', { role: 'status' }, text)
      this.strip.replaceChildren(...(text ? [h('i', { class: 'pulse' }), words] : []))
      this.strip.append(...(queued && !ending.closing ? [button] : []))
    }
    show(this.strip, text !== '')
  }

  private queueText(position: number | null): string {
    if (position === null) {
      return this.words.say('queuedUnknown')
    }
    return position === 1
      ? this.words.say('queuedNext')
      : this.words.say('queued', { count: position })
  }

  private renderTyping(): void {
    const { who } = this.session.typing
    const text =
      who === null ? '' : this.words.say(who ? 'typing' : 'typingSomebody', { name: who })
    if (this.typing.dataset.text !== text) {
      this.typing.dataset.text = text
      const dots = h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))
      this.typing.replaceChildren(...(text ? [dots, h('span', {}, text)] : []))
    }
    show(this.typing, text !== '')
  }

  private toggleSound(): void {
    this.events.mute(this.sound.querySelector('.icon-bell') !== null)
  }

  private askEnd(): void {
    this.sheet.ask({ title: 'endAsk', more: 'endMore', no: 'goOn', yes: 'endLong' }, () =>
      this.session.close(),
    )
  }

  private askLeave(): void {
    const question = {
      title: 'leaveQueueAsk',
      more: 'leaveQueueMore',
      no: 'stay',
      yes: 'leaveQueue',
    } as const
    this.sheet.ask(question, () => this.session.close())
  }

  private logEvents() {
    const { session } = this
    return {
      older: () => session.older(),
      resend: (clientId: string) => session.resend(clientId),
      discard: (clientId: string) => session.discard(clientId),
      recall: (seq: number) => session.recall(seq),
      extra: (place: HTMLElement, extra: Attachment | Card) =>
        this.more((more, lender) => more.show(place, extra, lender)),
      open: () => session.talk.open,
    }
  }
}
