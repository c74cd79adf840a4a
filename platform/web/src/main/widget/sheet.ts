import { h, show } from './dom'
import type { Word, Words } from './words'

export interface Question {
  readonly title: Word
  readonly more: Word
  readonly no: Word
  readonly yes: Word
}

/** Asks before something is done that cannot be taken back. */
export class Sheet {
  readonly element: HTMLElement
  private before: HTMLElement | null = null

  constructor(private readonly words: Words) {
    this.element = h('div', { class: 'cover' })
    show(this.element, false)
  }

  get open(): boolean {
    return !this.element.hidden
  }

  ask({ title, more, no, yes }: Question, confirmed: () => void): void {
    const { words } = this
    const root = this.element.getRootNode() as ShadowRoot
    this.before = root.activeElement as HTMLElement | null
    const button = (word: Word, className: string, call: () => void) =>
      h('button', { type: 'button', class: className, onclick: call }, words.say(word))
    const stay = button(no, 'secondary', () => this.close())
    const go = button(yes, 'danger', () => {
      this.close()
      confirmed()
    })
    const names = {
      role: 'alertdialog',
      'aria-modal': 'true',
      'aria-labelledby': 'ask',
      'aria-describedby': 'askMore',
    }
    const text = [
      h('h3', { id: 'ask' }, words.say(title)),
      h('p', { id: 'askMore' }, words.say(more)),
    ]
    const sheet = h(
      'div',
      { class: 'sheet', ...names },
      ...text,
      h('div', { class: 'answers' }, stay, go),
    )
    this.element.replaceChildren(sheet)
    show(this.element, true)
    stay.focus()
  }

  /** Answers whether there was something to close. */
  close(): boolean {
    const { open } = this
    if (open) {
      show(this.element, false)
      this.element.replaceChildren()
      this.before?.focus()
    }
    return open
  }
}
