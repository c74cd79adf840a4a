import type { Message } from '@/api/types'

/**
 * The lines of one conversation, in order and without a gap from the first to the last that it
 * shows. What comes too early waits until the lines before it are there.
 */
export class Transcript {
  private readonly shown: Message[] = []
  private readonly early = new Map<number, Message>()
  private begun = false

  get lines(): readonly Message[] {
    return this.shown
  }

  /** Whether the newest lines are loaded, so that live ones continue them. */
  get loaded() {
    return this.begun
  }

  /** The highest sequence number in one piece; 0 when there is no line. */
  get high() {
    return this.shown.at(-1)?.seq ?? 0
  }

  /** The lowest sequence number that is loaded. */
  get low() {
    return this.shown[0]?.seq ?? this.high + 1
  }

  get hasOlder() {
    return this.begun && this.low > 1
  }

  /** Whether lines are missing before ones that have come already. */
  get gap() {
    return this.begun && this.early.size > 0
  }

  /** The newest lines, as first loaded, oldest first. */
  begin(lines: readonly Message[]) {
    this.begun = true
    this.shown.splice(0, this.shown.length, ...lines)
    lines.forEach((line) => this.erase(line))
    this.continue()
  }

  /** One line from the live connection or a fetch: true when it is new here. */
  accept(line: Message): boolean {
    if (this.begun && line.seq <= this.high) return false
    if (this.early.has(line.seq)) return false
    this.early.set(line.seq, line)
    if (this.begun) this.continue()
    return true
  }

  /** Lines from before the first one, oldest first. */
  prepend(lines: readonly Message[]) {
    const older = lines.filter((line) => line.seq < this.low)
    this.shown.unshift(...older)
    this.shown.forEach((line) => this.erase(line))
  }

  /** What a line takes back is gone here too. */
  private erase(recall: Message) {
    if (recall.kind !== 'RECALL') return
    const index = Number(recall.text) - this.low
    const line = this.shown[index]
    if (line && line.kind !== 'RECALLED') this.shown[index] = { ...line, kind: 'RECALLED', text: '' }
  }

  private continue() {
    for (let next = this.early.get(this.high + 1); next; next = this.early.get(this.high + 1)) {
      this.early.delete(next.seq)
      this.shown.push(next)
      this.erase(next)
    }
    for (const seq of this.early.keys()) if (seq <= this.high) this.early.delete(seq)
  }
}
