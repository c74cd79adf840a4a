import { h, icon, show, write } from './dom'
import { TEXT_LIMIT } from './protocol'
import type { Words } from './words'

export interface ComposerEvents {
  write(text: string): void
  types(something: boolean, text?: string): void
  /** What stands in the field, for the next page. */
  draft(text: string): void
  /** Lets the visitor choose files to send. */
  files(): void
}

/** From so many characters before the limit on, what is left is shown. */
const NEAR = 500

/** Of the field, in pixels, as its style says. */
const LINE = 20
const PADDING = 20

/** The field where the visitor writes. */
export class Composer {
  readonly element: HTMLElement
  readonly field: HTMLTextAreaElement
  readonly clip: HTMLButtonElement
  private readonly button: HTMLButtonElement
  private readonly count: HTMLElement

  constructor(
    private readonly words: Words,
    private readonly events: ComposerEvents,
    draft: string,
  ) {
    this.field = h('textarea', {
      rows: '1',
      'aria-label': words.say('message'),
      'aria-describedby': 'count',
      placeholder: words.say('placeholder'),
      enterkeyhint: 'send',
      autocomplete: 'off',
      onkeydown: (event) => this.key(event as KeyboardEvent),
      oninput: () => this.changed(),
    })
    const send = { type: 'submit', class: 'send', 'aria-label': words.say('send') }
    this.button = h('button', send, icon('send'))
    const clip = { type: 'button', class: 'clip', 'aria-label': words.say('clip') }
    this.clip = h('button', { ...clip, onclick: () => events.files() }, '+')
    this.count = h('div', { class: 'count', id: 'count', 'aria-live': 'polite' })
    const submit = { class: 'composer', onsubmit: (event: Event) => this.submit(event) }
    this.element = h(
      'form',
      submit,
      h('div', { class: 'field' }, this.clip, this.field, this.button),
      this.count,
    )
    this.field.value = draft
    this.measure()
  }

  private key(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word; 229 is how some browsers say so.
    const composing = event.isComposing || event.keyCode === 229
    if (event.key === 'Enter' && !event.shiftKey && !composing) {
      this.submit(event)
    }
  }

  private submit(event: Event): void {
    event.preventDefault()
    const text = this.field.value
    if (!text.trim() || text.length > TEXT_LIMIT) {
      return
    }
    this.field.value = ''
    this.measure()
    this.events.draft('')
    this.events.write(text)
    this.field.focus()
  }

  private changed(): void {
    this.measure()
    this.events.draft(this.field.value)
    this.events.types(this.field.value.trim() !== '', this.field.value)
  }

  /** Grows the field with its text, and says how much more fits. */
  private measure(): void {
    const { length } = this.field.value
    const left = TEXT_LIMIT - length
    const over = left < 0
    write(this.count, this.words.say(over ? 'over' : 'left', { count: Math.abs(left) }))
    show(this.count, left <= NEAR)
    this.count.classList.toggle('over', over)
    this.field.setAttribute('aria-invalid', String(over))
    this.button.disabled = over || !this.field.value.trim()
    this.field.rows = 1
    const rows = Math.floor((this.field.scrollHeight - PADDING) / LINE)
    this.field.rows = Math.min(5, Math.max(1, rows))
  }
}
