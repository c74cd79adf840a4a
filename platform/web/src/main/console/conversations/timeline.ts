import type { Attachment, Card, Message, Note, Side } from '@/api/types'
import type { Unsent } from '@/live/outbox'

/** One line as it is shown: acknowledged, or still on its way. */
export interface Line {
  key: string
  seq: number | null
  text: string
  at: string
  refused: string | null
  attachment?: Attachment | null
  card?: Card | null
}

/** A note as it is shown; without a number it is still on its way. */
export interface NoteLine extends Line {
  number: number | null
  author: string
  authorId: string
  recalled: boolean
}

export type Item =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system'; key: string; line: Message }
  | { kind: 'recalled'; key: string; line: Message }
  | { kind: 'note'; key: string; line: NoteLine }
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
  notes: readonly Note[] = [],
): Item[] {
  const items: Item[] = []
  const notesAfter = grouped(notes)
  let marked = readUpTo === null
  for (const message of messages) {
    separateDays(items, message.at)
    if (!marked && message.seq > (readUpTo ?? 0) && message.author.side === 'VISITOR') {
      items.push({ kind: 'unread', key: 'unread' })
      marked = true
    }
    append(items, message)
    notesAfter.get(message.seq)?.forEach((note) => appendNote(items, note))
  }
  const arrived = new Set([...messages, ...notes].map(({ clientId }) => clientId))
  for (const entry of unsent) if (!arrived.has(entry.clientId)) appendUnsent(items, entry, me)
  return items
}

function grouped(notes: readonly Note[]): Map<number, Note[]> {
  const after = new Map<number, Note[]>()
  for (const note of notes) after.set(note.after, [...(after.get(note.after) ?? []), note])
  return after
}

function append(items: Item[], message: Message) {
  const { clientId: key, seq, text, at, author, kind } = message
  if (kind === 'RECALL') return
  if (kind === 'SYSTEM' || kind === 'RECALLED') {
    items.push({ kind: kind === 'SYSTEM' ? 'system' : 'recalled', key, line: message })
    return
  }
  const { attachment, card } = message
  addLine(items, { key, seq, text, at, refused: null, attachment, card }, author)
}

function appendNote(items: Item[], note: Note) {
  const { clientId, number, text, at, author, recalled } = note
  separateDays(items, at)
  const line = { key: clientId, seq: null, number, text, at, refused: null, recalled }
  items.push({
    kind: 'note',
    key: `note-${number}`,
    line: { ...line, author: author.name, authorId: author.id },
  })
}

function appendUnsent(items: Item[], entry: Unsent, me: { id: string; name: string }) {
  separateDays(items, entry.at)
  const { clientId: key, text, at, refused, attachment } = entry
  const line = { key, seq: null, text, at, refused, attachment }
  if (entry.note) {
    const note = { ...line, number: null, author: me.name, authorId: me.id, recalled: false }
    items.push({ kind: 'note', key: `note-${key}`, line: note })
  } else addLine(items, line, { side: 'AGENT', ...me })
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
  const before = timeOf(items.at(-1))
  if (before && new Date(before).toDateString() === new Date(at).toDateString()) return
  items.push({ kind: 'day', key: `day-${at}`, at })
}

function timeOf(item: Item | undefined): string | null {
  if (item?.kind === 'lines') return item.lines.at(-1)?.at ?? null
  return item && 'line' in item ? item.line.at : null
}
