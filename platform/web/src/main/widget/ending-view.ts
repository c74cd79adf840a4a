import { h, icon, show, write } from './dom'
import { RatingView } from './rating-view'
import type { Session } from './session'
import type { Words } from './words'

/** What follows a conversation: a rating, thanks for it, a new conversation. */
export class EndingView {
  readonly element: HTMLElement
  private readonly title: HTMLElement
  private readonly problem: HTMLElement
  private readonly start: HTMLButtonElement
  private rating: RatingView
  private of: string | null = null

  constructor(
    private readonly words: Words,
    private readonly session: Session,
  ) {
    this.title = h('div', { class: 'thanks', role: 'status' })
    this.problem = h('p', { class: 'problem', role: 'alert' })
    const begin = { type: 'button', class: 'secondary', onclick: () => session.startNew() }
    this.start = h('button', begin, words.say('startNew'))
    this.rating = this.newRating()
    const parts = [this.title, this.rating.element, this.problem, this.start]
    this.element = h('div', { class: 'ending' }, ...parts)
  }

  /** Where the keyboard goes when a conversation has ended. */
  get target(): HTMLElement {
    const star = this.element.querySelector<HTMLElement>('input')
    return star && !this.rating.element.hidden ? star : this.start
  }

  render(visible: boolean): void {
    show(this.element, visible)
    const { talk, ending } = this.session
    const conversation = visible ? talk.conversation : null
    if (conversation && conversation.id !== this.of) {
      this.of = conversation.id
      const before = this.rating.element
      this.rating = this.newRating()
      before.replaceWith(this.rating.element)
    }
    const rated = conversation?.rating ?? null
    const asked = conversation?.state === 'CLOSED' && conversation.agent !== null
    show(this.rating.element, asked && !rated)
    this.rating.busy(ending.rating !== null)
    this.renderTitle(rated?.stars ?? 0, conversation?.state === 'ABANDONED')
    write(this.problem, ending.problem ? this.words.reason(ending.problem) : '')
    show(this.problem, ending.problem !== null)
  }

  private renderTitle(stars: number, abandoned: boolean): void {
    const text = stars > 0 ? 'thanks' : abandoned ? 'abandoned' : null
    const state = `${text} ${stars}`
    if (this.title.dataset.state !== state) {
      this.title.dataset.state = state
      const row = [1, 2, 3, 4, 5].map((star) => icon('star', star <= stars ? 'on' : ''))
      const given = h('span', { class: 'given', 'aria-hidden': 'true' }, ...(stars > 0 ? row : []))
      this.title.replaceChildren(text ? this.words.say(text) : '', given)
    }
    show(this.title, text !== null)
  }

  private newRating(): RatingView {
    return new RatingView(this.words, (rating) => this.session.rate(rating))
  }
}
