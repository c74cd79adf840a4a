import type { Conversation, Id } from '@/api/types'
import type { ServerFrame } from './frames'
import { isMine, mine, type World } from './world'

export type Call =
  | { kind: 'assigned'; conversation: Conversation }
  | { kind: 'message'; conversation: Conversation; text: string }

/**
 * What a frame asks of the agent's attention; asked before the frame is taken into the world. After
 * a break, conversations that came meanwhile count as just assigned; those of the first welcome not.
 */
export function calls(world: World, frame: ServerFrame, first: boolean): Call[] {
  switch (frame.type) {
    case 'welcome':
      return first ? [] : missed(world, frame.mine)
    case 'conversation':
      return isNew(world, frame.conversation) && frame.change === 'assigned'
        ? [{ kind: 'assigned', conversation: frame.conversation }]
        : []
    case 'message':
      return message(world, frame)
    default:
      return []
  }
}

function missed(world: World, now: Conversation[]): Call[] {
  const before = new Set<Id>(mine(world).map(({ id }) => id))
  return now
    .filter(({ id }) => !before.has(id))
    .map((conversation) => ({ kind: 'assigned', conversation }))
}

function isNew(world: World, conversation: Conversation) {
  return isMine(world, conversation) && !isMine(world, world.conversations[conversation.id])
}

function message(world: World, frame: Extract<ServerFrame, { type: 'message' }>): Call[] {
  const conversation = world.conversations[frame.conversation]
  if (!conversation || !isMine(world, conversation)) return []
  if (frame.author.side !== 'VISITOR' || frame.seq <= conversation.lastSeq) return []
  return [{ kind: 'message', conversation, text: frame.text }]
}
