import { h, icon, show, write } from './dom'
import type { Words } from './words'

/** The button that waits in the corner of the page. */
export class Launcher {
  readonly element: HTMLButtonElement
  private readonly badge: HTMLElement

  constructor(
    private readonly words: Words,
    open: () => void,
  ) {
    this.badge = h('span', { class: 'badge', 'aria-hidden': 'true' })
    const about = {
      type: 'button',
      class: 'launcher',
      'aria-haspopup': 'dialog',
      lang: words.language,
    }
    this.element = h('button', { ...about, onclick: open }, icon('chat'), this.badge)
  }

  render(open: boolean, unread: number): void {
    show(this.element, !open)
    show(this.badge, unread > 0)
    write(this.badge, unread > 99 ? '99+' : String(unread))
    const label = this.words.say(unread > 0 ? 'openUnread' : 'open', { count: unread })
    if (this.element.getAttribute('aria-label') !== label) {
      this.element.setAttribute('aria-label', label)
    }
  }
}
