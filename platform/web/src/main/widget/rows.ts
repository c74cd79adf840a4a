import type { Entry } from './outbox'
import type { Attachment, Card, Message } from './protocol'
import type { Progress } from './talk'
import type { Words } from './words'

export type Status = Progress | 'pending' | 'refused'

/** A line between messages: a new day, or something that happened. */
export interface Note {
  readonly kind: 'day' | 'system'
  readonly key: string
  readonly text: string
}

export interface Bubble {
  readonly kind: 'mine' | 'theirs'
  readonly key: string
  readonly name: string
  readonly text: string
  readonly time: string
  readonly status: Status | null
  readonly refused: string | null
  /** Begins, ends a run of messages that belong together. */
  readonly first: boolean
  readonly last: boolean
  readonly at: number
  /** The line that can be taken back; 0: none. */
  readonly seq: number
  readonly extra: Attachment | Card | undefined
}

export type Row = Note | Bubble

export function isNote(row: Row): row is Note {
  return row.kind === 'day' || row.kind === 'system'
}

/** Messages of one side within this time belong together. */
const TOGETHER = 120_000

/** A message can be taken back as long. */
const RECALL = 120_000

export interface Sources {
  readonly lines: readonly Message[]
  readonly pending: readonly Entry[]
  progress(seq: number): Progress
}

/** What the log shows, from what was said and what is on its way. */
export function rows(sources: Sources, words: Words, now: Date): Row[] {
  const drafts = [
    ...sources.lines
      .filter((line) => line.kind !== 'RECALL')
      .map((line) => fromLine(line, sources, words, now)),
    ...sources.pending.map((entry) => fromEntry(entry, words)),
  ]
  const found: Row[] = []
  let day = ''
  drafts.forEach(({ at, row }, index) => {
    const today = new Date(at).toDateString()
    if (today !== day) {
      found.push({ kind: 'day', key: `day ${today}`, text: words.day(new Date(at), now) })
    }
    day = today
    found.push('at' in row ? grouped(row, drafts[index - 1]?.row, drafts[index + 1]?.row) : row)
  })
  return found
}

interface Dated {
  readonly at: number
  readonly row: Note | Bubble
}

function fromLine(line: Message, sources: Sources, words: Words, now: Date): Dated {
  const at = Date.parse(line.at)
  if (line.kind === 'SYSTEM' || line.kind === 'RECALLED') {
    const text = systemText(line, words)
    return { at, row: { kind: 'system', key: line.kind + line.clientId, text } }
  }
  const mine = line.author.side === 'VISITOR'
  const row: Bubble = {
    kind: mine ? 'mine' : 'theirs',
    key: line.clientId,
    name: mine ? words.say('you') : line.author.name || words.say('agent'),
    text: line.text,
    time: words.time(new Date(at)),
    status: mine ? sources.progress(line.seq) : null,
    refused: null,
    first: true,
    last: true,
    at,
    seq: mine && +now - at < RECALL ? line.seq : 0,
    extra: line.attachment ?? line.card,
  }
  return { at, row }
}

function fromEntry(entry: Entry, words: Words): Dated {
  const row: Bubble = {
    kind: 'mine',
    key: entry.clientId,
    name: words.say('you'),
    text: entry.text,
    time: words.time(new Date(entry.order)),
    status: entry.refused ? 'refused' : 'pending',
    refused: entry.refused ?? null,
    first: true,
    last: true,
    at: entry.order,
    seq: 0,
    extra: entry.attachment ?? entry.card,
  }
  return { at: entry.order, row }
}

function systemText(line: Message, words: Words): string {
  const mine = line.author.side === 'VISITOR'
  const name = mine ? words.say('you') : line.author.name || words.say('agent')
  switch (line.text) {
    case '':
      return words.say('recalled', { name })
    case 'agent-joined':
      return words.say('joined', { name })
    case 'agent-left':
      return words.say('agentLeft', { name })
    case 'closed-by-agent':
      return words.say('closedByAgent', { name })
    case 'closed-by-visitor':
      return words.say('closedByVisitor')
    case 'closed-by-idle':
      return words.say('closedByIdle')
    case 'idle-warning':
      return words.say('idleWarning')
    case 'reopened':
      return words.say('reopened')
    default:
      return words.say('somethingHappened')
  }
}

function grouped(bubble: Bubble, before?: Note | Bubble, after?: Note | Bubble): Bubble {
  const first = !together(before, bubble)
  const last = !together(bubble, after) || statusOf(after) !== bubble.status
  return { ...bubble, first, last }
}

function together(one?: Note | Bubble, other?: Note | Bubble): boolean {
  return (
    one?.kind === other?.kind &&
    one !== undefined &&
    other !== undefined &&
    'at' in one &&
    'at' in other &&
    one.name === other.name &&
    other.at - one.at < TOGETHER
  )
}

function statusOf(row?: Note | Bubble): Status | null {
  return row && 'at' in row ? row.status : null
}
