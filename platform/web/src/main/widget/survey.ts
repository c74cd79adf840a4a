/** What the visitor is asked at the end, loaded when somebody asks. */

import { h, icon, show, write } from './dom'
import { type MoreWord, moreWords } from './more-words'
import { COMMENT_LIMIT, type Score, type Survey } from './protocol'
import type { Language } from './words'

export const SURVEY_STYLE = `
legend{width:100%;font-weight:600}
.stars{position:relative;display:flex;justify-content:center;padding:6px 0 22px}
.star{position:relative;padding:4px 5px;border-radius:8px;color:#7d8796;cursor:pointer}
.star .icon{display:block;width:30px;height:30px;stroke-width:1.5;transition:transform .12s}
.star:hover .icon{transform:scale(1.1)}
.star input,.chip input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.star:has(:focus-visible),.chip:has(:focus-visible){outline:2px solid var(--text)}
.star.on .icon{fill:#f0a818;stroke:#a86c00}
.stars .word{position:absolute;bottom:0;color:var(--soft);font-size:12px}
.chips{display:flex;flex-wrap:wrap;justify-content:center;gap:8px;padding:6px 0}
.chip{position:relative;padding:6px 14px;border:1px solid #8f99aa;border-radius:16px;cursor:pointer}
.chip:has(:checked){border-color:var(--text);background:var(--text);color:#fff}
.more{display:flex;flex-direction:column;gap:10px;margin-top:8px}
.more textarea{padding:8px 12px;border:1px solid #8f99aa;border-radius:12px}
.more textarea:focus{border-color:var(--text);box-shadow:0 0 0 1px var(--text)}`

const BEST = 5

/**
 * Asks; answers how to say that the answer is on its way.
 *
 * One radio group for keyboards and screen readers, then reasons that fit the score, and a comment.
 */
export function form(
  place: HTMLElement,
  survey: Survey,
  language: Language,
  answer: (score: Score) => void,
): (busy: boolean) => void {
  const say = (word: MoreWord) => moreWords[language][word]
  const ratio = survey.form === 'RATIO'
  let stars = 0
  const word = h('span', { class: 'word', 'aria-hidden': 'true' })
  const reasons = h('div', { class: 'chips', role: 'group', 'aria-label': say('why') })
  const label = { 'aria-label': say('comment'), placeholder: say('comment') }
  const comment = h('textarea', { rows: '2', maxlength: String(COMMENT_LIMIT), ...label })
  const button = h('button', { type: 'submit', class: 'primary' }, say('rate'))
  const more = h('div', { class: 'more' }, reasons, comment, button)
  const choices = (ratio ? [BEST, 1] : [1, 2, 3, 4, BEST]).map((score) => choice(score))
  const group = h('div', { class: ratio ? 'chips' : 'stars' }, ...choices, ratio ? null : word)
  const element = h(
    'form',
    { class: 'rating', onsubmit: submit },
    h('fieldset', {}, h('legend', {}, say('rateAsk')), group),
    more,
  )
  show(more, false)
  place.replaceChildren(element)

  function choice(score: number): HTMLElement {
    const name = say(ratio ? (score === BEST ? 'satisfied' : 'unsatisfied') : (`star${score}` as MoreWord))
    const what = { type: 'radio', name: 'score', value: String(score) }
    const radio = h('input', { ...what, 'aria-label': ratio ? name : `${score}/5 ${name}`, onchange: () => chosen(score, name) })
    return ratio
      ? h('label', { class: 'chip' }, radio, name)
      : h('label', { class: 'star', title: name }, radio, icon('star'))
  }

  function chosen(score: number, name: string): void {
    stars = score
    write(word, name)
    group.querySelectorAll('.star').forEach((star, index) => star.classList.toggle('on', index < score))
    const offered = survey.reasons.filter(({ from, to }) => from <= score && score <= to)
    const kept = picked()
    reasons.replaceChildren(
      ...offered.map(({ code, name }) => {
        const box = h('input', { type: 'checkbox', value: code, checked: kept.includes(code) })
        return h('label', { class: 'chip' }, box, language === 'en' ? name.en : name.zhCn)
      }),
    )
    show(reasons, offered.length > 0)
    show(more, true)
  }

  function picked(): string[] {
    return [...reasons.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
  }

  function submit(event: Event): void {
    event.preventDefault()
    if (stars > 0) {
      const score = ratio ? { satisfied: stars === BEST } : { stars }
      answer({ ...score, reasons: picked(), comment: comment.value.trim() })
    }
  }

  return (busy) => {
    button.disabled = busy
    write(button, say(busy ? 'rating' : 'rate'))
  }
}
