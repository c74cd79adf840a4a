import type { Message, Side } from '@/api/types'
import type { Unsent } from '@/live/outbox'

/** One line as it is shown: acknowledged, or still on its way. */
export interface Line {
  key: string
  seq: number | null
  text: string
  at: string
  refused: string | null
}

export type Item =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system'; key: string; line: Message }
  | { kind: 'lines'; key: string; side: Side; author: string; authorId: string; lines: Line[] }

const TOGETHER_MS = 3 * 60_000

/**
 * What a conversation looks like from top to bottom: days, system lines, lines of one person shortly
 * after each other in one group, what is unsent last.
 *
 * @param readUpTo the line after which a mark says that the rest is new; null: no mark
 */
export function timeline(
  messages: readonly Message[],
  unsent: readonly Unsent[],
  me: { id: string; name: string },
  readUpTo: number | null = null,
): Item[] {
  const items: Item[] = []
  let marked = readUpTo === null
  for (const message of messages) {
    separateDays(items, message.at)
    if (!marked && message.seq > (readUpTo ?? 0) && message.author.side === 'VISITOR') {
      items.push({ kind: 'unread', key: 'unread' })
      marked = true
    }
    append(items, message)
  }
  const arrived = new Set(messages.map(({ clientId }) => clientId))
  for (const entry of unsent) if (!arrived.has(entry.clientId)) appendUnsent(items, entry, me)
  return items
}

function append(items: Item[], message: Message) {
  if (message.kind === 'SYSTEM') {
    items.push({ kind: 'system', key: message.clientId, line: message })
    return
  }
  const { clientId: key, seq, text, at, author } = message
  addLine(items, { key, seq, text, at, refused: null }, author)
}

function appendUnsent(items: Item[], entry: Unsent, me: { id: string; name: string }) {
  separateDays(items, entry.at)
  const { clientId: key, text, at, refused } = entry
  addLine(items, { key, seq: null, text, at, refused }, { side: 'AGENT', ...me })
}

function addLine(items: Item[], line: Line, author: { side: Side; id: string; name: string }) {
  const last = items.at(-1)
  const before = last?.kind === 'lines' ? last.lines.at(-1) : undefined
  if (
    last?.kind === 'lines' &&
    before &&
    last.side === author.side &&
    last.authorId === author.id &&
    Date.parse(line.at) - Date.parse(before.at) < TOGETHER_MS
  ) {
    last.lines.push(line)
    return
  }
  items.push({
    kind: 'lines',
    key: `of-${line.key}`,
    side: author.side,
    author: author.name,
    authorId: author.id,
    lines: [line],
  })
}

function separateDays(items: Item[], at: string) {
  const last = items.at(-1)
  const before =
    last?.kind === 'lines' ? last.lines.at(-1)?.at : last?.kind === 'system' ? last.line.at : null
  if (before && new Date(before).toDateString() === new Date(at).toDateString()) return
  items.push({ kind: 'day', key: `day-${at}`, at })
}
