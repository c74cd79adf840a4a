/** A piece of a message: words, or a link. */
export interface Piece {
  readonly text: string
  readonly href?: string
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'`，。；：！？、（）《》「」『』【】“”‘’]+/gi

/** What ends a sentence around a link is not part of it. */
const TAIL = /[.,;:!?)\]}]+$/

/** Finds the links in what somebody wrote. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of text.matchAll(LINK)) {
    const link = withoutTail(match[0])
    const href = hrefOf(link)
    if (href) {
      found.push({ text: text.slice(end, match.index) }, { text: link, href })
      end = match.index + link.length
    }
  }
  return [...found, { text: text.slice(end) }].filter((piece) => piece.text)
}

function withoutTail(link: string): string {
  const tail = TAIL.exec(link)?.[0] ?? ''
  const cut = link.slice(0, link.length - tail.length)
  return tail.startsWith(')') && cut.includes('(') ? `${cut})` : cut
}

function hrefOf(link: string): string | null {
  try {
    const url = new URL(/^www\./i.test(link) ? `https://${link}` : link)
    return url.hostname.includes('.') || url.hostname === 'localhost' ? url.href : null
  } catch {
    return null
  }
}
