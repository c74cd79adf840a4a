import { Launcher } from './launcher'
import { Notice } from './notice'
import { Panel } from './panel'
import { rows } from './rows'
import { Session } from './session'
import type { Settings } from './settings'
import { styleSheets } from './style'
import type { Card, Message } from './protocol'
import { type Language, Words } from './words'
import type { World } from './world'

const OPEN = 'open'
const DRAFT = 'draft'

/** Getting ready to sound takes a browser a while: not while the panel opens. */
const SOUND = 1000

/** Trouble shorter than this is nobody's business. */
const TROUBLE = 2000

/** The widget on a page: what the visitor sees, kept in step with the session. */
export class Widget {
  private readonly session: Session
  private readonly notice: Notice
  private readonly root: HTMLElement
  private readonly host: HTMLElement
  private words: Words
  private launcher!: Launcher
  private panel!: Panel
  private open = false
  private loaded = false
  private welcomed = false
  private troubleSince = 0
  private scheduled = false
  private before: HTMLElement | null = null

  constructor(
    private readonly world: World,
    private readonly settings: Settings,
  ) {
    this.session = new Session(world, settings, {
      changed: () => this.changed(),
      arrived: (message) => this.arrived(message),
    })
    this.notice = new Notice(world.shared)
    this.words = new Words(settings.language())
    this.host = document.createElement('hotdesk-widget')
    const shadow = this.host.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = styleSheets(settings)
    this.root = document.createElement('div')
    this.root.className = `root ${settings.side}`
    shadow.append(this.root)
    this.build()
  }

  start(): void {
    document.body.append(this.host)
    this.listen()
    this.session.start()
    if (this.world.tab.get(OPEN)) {
      this.show(false)
    }
    this.render()
  }

  /** Opens the panel and takes the keyboard there. */
  show(focus = true): void {
    if (this.open) {
      return
    }
    this.open = true
    this.before = document.activeElement as HTMLElement | null
    this.world.tab.set(OPEN, '1')
    this.troubleSince = this.world.now()
    this.world.after(SOUND, () => this.notice.wake())
    this.session.panel(true)
    this.render()
    this.panel.log.toEnd()
    if (focus) {
      this.panel.focus()
    }
  }

  /** Closes the panel and gives the keyboard back. */
  hide(): void {
    if (!this.open) {
      return
    }
    this.open = false
    this.world.tab.remove(OPEN)
    this.session.panel(false)
    this.render()
    const back = this.before && this.before !== document.body && this.before !== this.host
    const target = back && this.before?.isConnected ? this.before : this.launcher.element
    target?.focus()
  }

  /** Offers a product or an order to be sent. */
  card(card: Card): void {
    this.panel.more((more, lender) => more.offer(card, lender))
  }

  private build(): void {
    const { words, settings, world } = this
    const texts = {
      title: settings.title,
      greeting: settings.greeting,
      base: settings.base,
      draft: world.tab.get(DRAFT) ?? '',
    }
    this.launcher = new Launcher(words, () => this.show())
    const events = {
      minimise: () => this.hide(),
      mute: (muted: boolean) => this.mute(muted),
      write: (text: string) => this.session.write(text),
      types: (something: boolean, text?: string) => this.session.types(something, text),
      draft: (text: string) => world.tab.set(DRAFT, text),
    }
    this.panel = new Panel(words, this.session, events, texts, world.more)
    this.root.replaceChildren(this.launcher.element, this.panel.element)
    this.loaded = false
  }

  private listen(): void {
    this.root.addEventListener('keydown', (event) => this.key(event))
    document.addEventListener('visibilitychange', () => this.looked())
    window.addEventListener('online', () => this.looked())
    window.addEventListener('offline', () => this.looked())
    window.addEventListener('pageshow', () => this.looked())
    const moved = () => this.session.viewed()
    window.addEventListener('popstate', moved)
    window.addEventListener('hashchange', moved)
    const attributes = { attributes: true, attributeFilter: ['lang'] }
    new MutationObserver(() => this.speak(this.settings.language())).observe(
      document.documentElement,
      attributes,
    )
  }

  /** The page changed its language. */
  private speak(language: Language): void {
    if (language !== this.words.language) {
      this.words = new Words(language)
      this.build()
      this.render()
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      this.panel.trap(event)
    } else if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation()
      if (!this.panel.back()) {
        this.hide()
      }
    }
  }

  private looked(): void {
    if (!document.hidden) {
      this.session.probe()
    }
    this.changed()
  }

  private mute(muted: boolean): void {
    this.notice.mute(muted)
    this.render()
  }

  private arrived(message: Message): void {
    const looking = this.open && !document.hidden
    if (this.welcomed && !looking && message.author.side === 'AGENT') {
      this.notice.ring(`${message.conversation}:${message.seq}`)
    }
  }

  /** Shows what is new, once for all that happens in one go. */
  private changed(): void {
    if (!this.scheduled) {
      this.scheduled = true
      queueMicrotask(() => {
        this.scheduled = false
        this.render()
      })
    }
  }

  private render(): void {
    const { talk } = this.session
    this.welcomed ||= this.session.connection === 'on'
    this.launcher.render(this.open, talk.unread || +!!this.session.ending.asked?.remindedAt)
    this.panel.element.hidden = !this.open
    if (this.open) {
      const now = new Date(this.world.now())
      const sources = {
        lines: talk.lines,
        pending: talk.pending,
        progress: (seq: number) => talk.progress(seq),
      }
      const scene = {
        rows: rows(sources, this.words, now),
        trouble: this.trouble(),
        muted: this.notice.muted,
      }
      this.panel.render(scene)
      this.read()
    }
    this.notice.title(talk.unread)
  }

  /** What is on screen in front of somebody counts as read. */
  private read(): void {
    if (!document.hidden && this.panel.log.atEnd) {
      this.session.markRead()
    }
    if (!this.loaded && this.session.connection === 'on') {
      this.loaded = true
      setTimeout(() => this.panel.log.speak(), 1000)
    }
  }

  private trouble(): 'connecting' | 'reconnecting' | 'offline' | null {
    if (this.session.connection === 'on') {
      this.troubleSince = 0
      return null
    }
    const now = this.world.now()
    if (this.troubleSince === 0) {
      this.troubleSince = now
    }
    if (now - this.troubleSince < TROUBLE) {
      this.world.after(TROUBLE, () => this.changed())
      return null
    }
    if (!navigator.onLine) {
      return 'offline'
    }
    return this.welcomed || this.session.unsent ? 'reconnecting' : 'connecting'
  }
}
