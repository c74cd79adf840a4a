/** What most chats never need, loaded when one does: files and cards. */

import { h } from './dom'
import type { Attachment, Card, Score, Survey } from './protocol'
import { SURVEY_STYLE, form } from './survey'
import { type MoreWord, moreWords } from './more-words'
import type { Language } from './words'

/** What the chat lends to its files. */
export interface Lender {
  readonly base: URL
  readonly language: Language
  /** The element over which uploads are shown. */
  readonly place: HTMLElement
  readonly session: {
    readonly token: string
    readonly talk: { readonly open: boolean }
    /** Sends a message, with what it holds. */
    write(text: string, extra: { attachment?: Attachment; card?: Card }): void
  }
}

const WIDEST = 220
const TALLEST = 200

const STYLE = `
.pic{display:block;border:0;padding:0;border-radius:8px;background:#8883;overflow:hidden;cursor:zoom-in}
.pic img{display:block;width:100%;height:100%;object-fit:cover}
.file{display:flex;gap:6px;max-width:220px;padding:0;border:0;background:none;color:inherit;font:inherit;text-decoration:underline;cursor:pointer;overflow-wrap:anywhere;text-align:start}
.card{display:grid;gap:2px;min-width:160px}.card small{opacity:.85}.card a{color:inherit}.card img{max-width:100%;max-height:120px;border-radius:6px}
.up{display:flex;gap:8px;align-items:center;padding:6px 14px;font-size:12px}.up b{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:400}.up button{padding:2px 4px;border:0;background:none;color:inherit;font:inherit;text-decoration:underline;cursor:pointer}
.view{position:fixed;inset:0;z-index:9;display:grid;place-items:center;padding:16px;border:0;background:#000c;cursor:zoom-out}.view img{max-width:100%;max-height:100%}
${SURVEY_STYLE}`

/** Shows what a message holds beside its text. */
export function show(place: HTMLElement, extra: Attachment | Card, lender: Lender): void {
  dress(place)
  place.prepend('kind' in extra ? card(extra, lender) : file(extra, lender))
}

function card(of: Card, lender: Lender): HTMLElement {
  const link = { href: of.url ?? '', target: '_blank', rel: 'noopener noreferrer' }
  return h(
    'div',
    { class: 'card' },
    of.image ? h('img', { src: of.image, alt: '', referrerpolicy: 'no-referrer' }) : null,
    h('small', {}, [say(lender, of.kind), of.number].filter(Boolean).join(' · ')),
    h('strong', {}, of.title),
    of.text ? h('small', {}, of.text) : null,
    of.price || of.status ? h('span', {}, [of.price, of.status].filter(Boolean).join(' · ')) : null,
    of.url ? h('a', link, say(lender, 'page')) : null,
  )
}

function file(of: Attachment, lender: Lender): HTMLElement {
  if (of.width === 0) {
    return link(of, lender)
  }
  const scale = Math.min(1, WIDEST / of.width, TALLEST / of.height)
  const picture = h('img', { alt: of.name })
  const button = h('button', { type: 'button', class: 'pic', onclick: () => void view(button, of, lender) }, picture)
  button.style.width = `${Math.round(of.width * scale)}px`
  button.style.height = `${Math.round(of.height * scale)}px`
  fetched(of, lender, '/thumbnail').then(
    (url) => (picture.src = url),
    () => button.replaceWith(link(of, lender)),
  )
  return button
}

function link(of: Attachment, lender: Lender): HTMLElement {
  const size = `${Math.max(1, Math.round(of.size / 1024))} KB`
  const button = h('button', { type: 'button', class: 'file', onclick: () => void save() }, `📎 ${of.name} (${size})`)
  async function save() {
    try {
      const href = await fetched(of, lender)
      h('a', { href, download: of.name }).click()
      setTimeout(() => URL.revokeObjectURL(href), 60_000)
    } catch {
      button.textContent = `${of.name}: ${say(lender, 'gone')}`
    }
  }
  return button
}

async function view(from: HTMLElement, of: Attachment, lender: Lender): Promise<void> {
  const src = await fetched(of, lender)
  const close = () => {
    shade.remove()
    URL.revokeObjectURL(src)
    from.focus()
  }
  const shade = h(
    'button',
    { type: 'button', class: 'view', 'aria-label': say(lender, 'close'), onclick: close },
    h('img', { src, alt: of.name }),
  )
  shade.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
  })
  root(from).append(shade)
  shade.focus()
}

/** The bytes of a file: asked for with the visitor's token, which no address carries. */
async function fetched(of: Attachment, lender: Lender, part = ''): Promise<string> {
  const response = await fetch(new URL(`api/v1/attachments/${of.id}${part}`, lender.base), {
    credentials: 'omit',
    headers: { Authorization: `Visitor ${lender.session.token}` },
  })
  if (!response.ok) {
    throw new Error(String(response.status))
  }
  return URL.createObjectURL(await response.blob())
}

/** Shows what the page offers to send, such as the product that the visitor looks at. */
export function offer(of: Card, lender: Lender): void {
  dress(lender.place)
  lender.place.querySelector('.offer')?.remove()
  const why = h('span', { role: 'status' })
  const send = () => {
    if (lender.session.talk.open) {
      row.remove()
      lender.session.write('', { card: of })
    } else {
      why.textContent = say(lender, 'no-conversation')
    }
  }
  const row = h(
    'div',
    { class: 'up offer' },
    h('b', {}, `${say(lender, of.kind)}: ${of.title}`),
    why,
    h('button', { type: 'button', onclick: send }, say(lender, 'send')),
    h('button', { type: 'button', onclick: () => row.remove() }, say(lender, 'remove')),
  )
  lender.place.prepend(row)
}

/** Asks what the visitor thinks; answers how to say that the answer is on its way. */
export function ask(
  place: HTMLElement,
  survey: Survey,
  lender: Lender,
  answer: (score: Score) => void,
): (busy: boolean) => void {
  dress(lender.place)
  return form(place, survey, lender.language, answer)
}

/** Lets the visitor choose files. */
export function pick(lender: Lender): void {
  const input = h('input', { type: 'file', multiple: true })
  input.addEventListener('change', () => send([...(input.files ?? [])], lender))
  input.click()
}

/** Uploads files, and sends each as a message when it is there. */
export function send(files: readonly File[], lender: Lender): void {
  dress(lender.place)
  files.forEach((one) => start(one, lender))
}

function start(one: File, lender: Lender): void {
  const far = h('progress', { max: '1', value: '0', 'aria-label': one.name })
  const name = h('b', {}, one.name)
  const row = h('div', { class: 'up' }, name, far)
  const act = (word: MoreWord, call: () => void) =>
    h('button', { type: 'button', onclick: call }, say(lender, word))
  const request = new XMLHttpRequest()
  const failed = (code: string) => {
    const again = act('again', () => {
      row.remove()
      start(one, lender)
    })
    const why = h('span', { role: 'alert' }, reason(lender, code))
    row.replaceChildren(name, why, again, act('remove', () => row.remove()))
  }
  row.append(act('cancel', () => (request.abort(), row.remove())))
  lender.place.prepend(row)
  const address = new URL('api/v1/attachments', lender.base)
  address.searchParams.set('name', one.name)
  request.open('POST', address)
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.setRequestHeader('Authorization', `Visitor ${lender.session.token}`)
  request.upload.onprogress = ({ loaded, total }) => (far.value = loaded / (total || 1))
  request.onerror = () => failed('unreachable')
  request.onload = () => {
    if (request.status === 201) {
      row.remove()
      lender.session.write('', { attachment: JSON.parse(request.responseText) as Attachment })
    } else {
      failed(codeOf(request.responseText))
    }
  }
  request.send(one)
}

function codeOf(text: string): string {
  try {
    return String((JSON.parse(text) as { code?: string }).code)
  } catch {
    return 'unknown'
  }
}

function say(lender: Lender, word: MoreWord): string {
  return moreWords[lender.language][word]
}

function reason(lender: Lender, code: string): string {
  return code in moreWords.en ? say(lender, code as MoreWord) : say(lender, 'failed')
}

const dressed = new WeakSet<ShadowRoot>()

function dress(element: HTMLElement): void {
  const shadow = root(element)
  if (shadow instanceof ShadowRoot && !dressed.has(shadow)) {
    dressed.add(shadow)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet]
  }
}

function root(element: HTMLElement): ShadowRoot | HTMLElement {
  const found = element.getRootNode()
  return found instanceof ShadowRoot ? found : document.body
}
