import { h, icon, show, write } from './dom'
import { COMMENT_LIMIT, type Rating } from './protocol'
import type { Word, Words } from './words'

/** Five stars and a comment; one radio group for keyboards and screen readers. */
export class RatingView {
  readonly element: HTMLElement
  private readonly word: HTMLElement
  private readonly more: HTMLElement
  private readonly comment: HTMLTextAreaElement
  private readonly button: HTMLButtonElement
  private stars = 0

  constructor(
    private readonly words: Words,
    private readonly rate: (rating: Rating) => void,
  ) {
    this.word = h('span', { class: 'word', 'aria-hidden': 'true' })
    const radios = [1, 2, 3, 4, 5].map((stars) => this.star(stars))
    const group = h('div', { class: 'stars' }, ...radios, this.word)
    const label = words.say('comment')
    this.comment = h('textarea', {
      rows: '2',
      maxlength: String(COMMENT_LIMIT),
      'aria-label': label,
      placeholder: label,
    })
    this.button = h('button', { type: 'submit', class: 'primary' }, words.say('rate'))
    this.more = h('div', { class: 'more' }, this.comment, this.button)
    const legend = h('legend', {}, words.say('rateAsk'))
    const submit = { class: 'rating', onsubmit: (event: Event) => this.submit(event) }
    this.element = h('form', submit, h('fieldset', {}, legend, group), this.more)
    show(this.more, false)
  }

  /** While the rating is on its way it cannot be changed. */
  busy(busy: boolean): void {
    this.button.disabled = busy
    write(this.button, this.words.say(busy ? 'rating' : 'rate'))
  }

  private star(stars: number): HTMLElement {
    const word = this.words.say(`star${stars}` as Word)
    const name = this.words.say('stars', { count: stars, word })
    const radio = h('input', {
      type: 'radio',
      name: 'stars',
      value: String(stars),
      'aria-label': name,
      onchange: () => this.chosen(stars, word),
    })
    return h('label', { class: 'star', title: word }, radio, icon('star'))
  }

  private chosen(stars: number, word: string): void {
    this.stars = stars
    write(this.word, word)
    this.element
      .querySelectorAll('.star')
      .forEach((star, index) => star.classList.toggle('on', index < stars))
    show(this.more, true)
  }

  private submit(event: Event): void {
    event.preventDefault()
    if (this.stars > 0) {
      this.rate({ stars: this.stars, comment: this.comment.value.trim() })
    }
  }
}
