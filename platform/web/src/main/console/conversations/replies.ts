import { shallowRef } from 'vue'
import { http } from '@/api/http'
import type { Listing, QuickReply } from '@/api/types'

const FRESH_MS = 30_000

/** The quick replies of who is signed in, fetched when they are first asked for. */
export const replies = {
  all: shallowRef<readonly QuickReply[]>([]),
  at: 0,
  async load(now = Date.now()) {
    if (now - this.at < FRESH_MS) return
    this.at = now
    try {
      this.all.value = (await http.get<Listing<QuickReply>>('/quick-replies')).items
    } catch {
      this.at = 0
    }
  },
  forget() {
    this.at = 0
  },
}

/** The word after a slash right before the caret; null when there is none. */
export function askedFor(text: string, caret: number): string | null {
  return /(?:^|\s)\/([^\s/]{0,40})$/.exec(text.slice(0, caret))?.[1] ?? null
}

/** Those that fit: by the beginning of the shortcut first, then by anything. */
export function matching(all: readonly QuickReply[], word: string, most = 8): QuickReply[] {
  const wanted = word.toLowerCase()
  const rank = ({ shortcut, title, text }: QuickReply) => {
    if (shortcut.toLowerCase().startsWith(wanted)) return 0
    return `${shortcut}\n${title}\n${text}`.toLowerCase().includes(wanted) ? 1 : 2
  }
  const ranked = all.map((reply) => ({ reply, rank: rank(reply) })).filter((one) => one.rank < 2)
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ reply }) => reply)
}

export type Values = Record<string, string>

/** A reply with its variables filled in; what is not known stays as it is written. */
export function filled(text: string, values: Values): string {
  return text.replace(/\{\{\s*([a-z.]+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole)
}
