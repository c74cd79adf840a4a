import type { Id } from '@/api/types'
import { Refused } from './connection'
import type { Ack, Command } from './frames'
import type { Outbox, Unsent } from './outbox'

const TRY_AGAIN_MS = 2_000
const TOO_MANY = 429
const UNAVAILABLE = 503

/**
 * Sends what the outbox holds: within a conversation one after the other, the next when the one
 * before is acknowledged, so that the order is the author's.
 */
export class Sender {
  private readonly busy = new Set<Id>()

  constructor(
    private readonly outbox: Outbox,
    private readonly command: (command: Command) => Promise<Ack>,
    private readonly arrived: (entry: Unsent, ack: Ack) => void,
    private readonly pause: (ms: number) => Promise<void> = sleep,
  ) {}

  /** Sends everything that waits; called after a message was written and after each welcome. */
  flush() {
    this.outbox.conversations().forEach((conversation) => void this.drain(conversation))
  }

  private async drain(conversation: Id) {
    if (this.busy.has(conversation)) return
    this.busy.add(conversation)
    try {
      let entry = this.outbox.next(conversation)
      while (entry && (await this.send(entry))) entry = this.outbox.next(conversation)
    } finally {
      this.busy.delete(conversation)
    }
  }

  /** False when there is no connection: the next welcome goes on. */
  private async send(entry: Unsent): Promise<boolean> {
    const { conversation, clientId, text } = entry
    const file = entry.attachment ? { attachment: entry.attachment.id } : {}
    const confirmed = entry.confirmed ? { confirmed: true } : {}
    try {
      const ack = await this.command(
        entry.note
          ? { type: 'note', conversation, clientId, text }
          : { type: 'send', conversation, clientId, text, ...file, ...confirmed },
      )
      this.outbox.remove(clientId)
      this.arrived(entry, ack)
      return true
    } catch (failure) {
      if (!(failure instanceof Refused)) return false
      const { status, code } = failure.frame
      if (status === TOO_MANY || status === UNAVAILABLE) await this.pause(TRY_AGAIN_MS)
      else this.outbox.refuse(clientId, code)
      return true
    }
  }
}

function sleep(ms: number) {
  return new Promise<void>((resolve) => setTimeout(resolve, ms))
}
