import type { Message } from './protocol'
import { type Store, readJson } from './store'

/** What a received line turned out to be. */
export type Receipt = 'new' | 'older' | 'repeat' | 'gap'

const KEY = 'lines'

/** How many lines a browser keeps for its next page; older ones are fetched. */
const KEPT = 200

interface Kept {
  readonly conversation: string
  readonly lines: Message[]
}

/**
 * The lines of one conversation, without repeats and without a gap from the first to {@link seen}.
 * Lines that arrive ahead of a gap wait until it is filled.
 */
export class Transcript {
  private held: Message[] = []
  private ahead = new Map<number, Message>()

  constructor(
    readonly conversation: string,
    private readonly store: Store,
  ) {}

  /** What this browser kept of a conversation, for showing it before the server answers. */
  static kept(store: Store, conversation: string): Transcript {
    const transcript = new Transcript(conversation, store)
    const kept = readJson<Kept>(store, KEY)
    if (kept?.conversation === conversation && withoutGap(kept.lines)) {
      transcript.held = kept.lines
    }
    return transcript
  }

  /** All lines in one piece, oldest first. */
  get lines(): readonly Message[] {
    return this.held
  }

  /** The highest sequence number in one piece. */
  get seen(): number {
    return this.held.at(-1)?.seq ?? 0
  }

  /** The highest sequence number heard of. */
  get heard(): number {
    return Math.max(this.seen, ...this.ahead.keys())
  }

  /** The sequence number of the oldest line here; 0 without lines. */
  get first(): number {
    return this.held[0]?.seq ?? 0
  }

  receive(message: Message): Receipt {
    if (this.has(message.seq)) {
      return 'repeat'
    }
    this.ahead.set(message.seq, message)
    if (message.seq < this.first) {
      this.joinBefore()
      return 'older'
    }
    const joined = this.joinAfter()
    this.keep()
    return joined ? 'new' : 'gap'
  }

  /** Begins anew: the server knows fewer lines than were seen here. */
  reset(): void {
    this.held = []
    this.ahead.clear()
    this.keep()
  }

  private has(seq: number): boolean {
    return (seq >= this.first && seq <= this.seen && this.held.length > 0) || this.ahead.has(seq)
  }

  private joinAfter(): boolean {
    const before = this.seen
    for (let next = this.ahead.get(this.seen + 1); next; next = this.ahead.get(this.seen + 1)) {
      this.ahead.delete(next.seq)
      this.held.push(next)
      this.erase(next)
    }
    return this.seen > before
  }

  private joinBefore(): void {
    const older: Message[] = []
    for (let seq = this.first - 1; this.ahead.has(seq); seq--) {
      older.unshift(this.ahead.get(seq) as Message)
      this.ahead.delete(seq)
    }
    this.held.unshift(...older)
    this.held.forEach((line) => this.erase(line))
  }

  /** What a line takes back is gone here too. */
  private erase(recall: Message): void {
    const index = Number(recall.text) - this.first
    const line = this.held[index]
    if (recall.kind === 'RECALL' && line) {
      this.held[index] = { ...line, kind: 'RECALLED', text: '' }
    }
  }

  private keep(): void {
    const kept: Kept = { conversation: this.conversation, lines: this.held.slice(-KEPT) }
    this.store.set(KEY, JSON.stringify(kept))
  }
}

/** Forgets what was kept of any conversation. */
export function forgetLines(store: Store): void {
  store.remove(KEY)
}

function withoutGap(lines: Message[]): boolean {
  return lines.every((line, index) => line.seq === (lines[0] as Message).seq + index)
}
