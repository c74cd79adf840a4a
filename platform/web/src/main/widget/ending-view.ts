import { h, icon, show, write } from './dom'
import type { Panel } from './panel'
import type { Session } from './session'
import type { Words } from './words'

/** What the visitor is asked, and what follows a conversation: thanks, a new conversation. */
export class EndingView {
  readonly element: HTMLElement
  private readonly title: HTMLElement
  private readonly form = h('div')
  private readonly problem: HTMLElement
  private readonly rate: HTMLButtonElement
  private readonly start: HTMLButtonElement
  private asked = ''
  private busy: (busy: boolean) => void = () => {}

  constructor(
    private readonly words: Words,
    private readonly session: Session,
    private readonly more: Panel['more'],
  ) {
    this.title = h('div', { class: 'thanks', role: 'status' })
    this.problem = h('p', { class: 'problem', role: 'alert' })
    const wish = { type: 'button', class: 'link', onclick: () => session.ending.wish() }
    this.rate = h('button', wish, words.say('rate'))
    const begin = { type: 'button', class: 'secondary', onclick: () => session.startNew() }
    this.start = h('button', begin, words.say('startNew'))
    const parts = [this.title, this.form, this.problem, this.rate, this.start]
    this.element = h('div', { class: 'ending' }, ...parts)
  }

  /** Where the keyboard goes when a conversation has ended. */
  get target(): HTMLElement {
    return this.form.querySelector<HTMLElement>('input') ?? this.start
  }

  render(over: boolean): void {
    const { talk, ending } = this.session
    const { conversation } = talk
    const survey = ending.asked
    show(this.element, over || survey !== null)
    show(this.start, over)
    const served = conversation?.state === 'CLOSED' && conversation.agent !== null
    show(this.rate, served && !survey && !conversation.rating)
    this.renderForm()
    this.busy(ending.rating !== null)
    const stars = (over && conversation?.rating?.stars) || 0
    this.renderTitle(stars, conversation?.state === 'ABANDONED')
    write(this.problem, ending.problem ? this.words.reason(ending.problem) : '')
    show(this.problem, ending.problem !== null)
  }

  private renderForm(): void {
    const { session } = this
    const survey = session.ending.asked
    const asked = survey ? survey.conversation + survey.form : ''
    if (asked !== this.asked) {
      this.asked = asked
      this.form.replaceChildren()
      this.busy = () => {}
      if (survey) {
        this.more((more, lender) => {
          if (asked === this.asked) {
            this.busy = more.ask(this.form, survey, lender, (score) => session.rate(score))
          }
        })
      }
    }
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
}
