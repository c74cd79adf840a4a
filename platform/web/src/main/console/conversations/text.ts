/** A piece of a message: plain text, or an address that can be opened. */
export type Piece = { text: string; href: string | null }

const ADDRESS = /https?:\/\/[^\s<>"'，。；！？、）】》「」]+/gi
const TRAILING = /[.,;:!?)\]}]+$/

/** Finds web addresses in what somebody wrote; nothing else becomes a link. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '')
    if (!isAddress(address)) continue
    if (match.index > end) found.push({ text: text.slice(end, match.index), href: null })
    found.push({ text: address, href: address })
    end = match.index + address.length
  }
  if (end < text.length) found.push({ text: text.slice(end), href: null })
  return found
}

function isAddress(text: string) {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
