import type {
  Agent,
  Author,
  Card,
  Conversation,
  Id,
  Last,
  Message,
  Note,
  PageView,
  PresenceKind,
  PresenceState,
  Side,
  Survey,
} from '@/api/types'

/** What the agent's endpoint sends. Types that are not listed here are ignored. */
export type ServerFrame =
  | Welcome
  | Ack
  | ErrorFrame
  | ({ type: 'message' } & Message)
  | { type: 'note'; note: Note }
  | { type: 'survey'; survey: Survey }
  | { type: 'unanswered'; conversation: Id; seq: number; since: string }
  | { type: 'conversation'; conversation: Conversation; change: ConversationChange }
  | { type: 'preview'; conversation: Id; lastSeq: number; last: Last | null; unread: number }
  | { type: 'typing'; conversation: Id; author: Author; typing: boolean; text?: string }
  | { type: 'delivered' | 'read'; conversation: Id; side: Side; seq: number }
  | { type: 'presence'; presence: PresenceState }
  | { type: 'visitor'; visitor: Id; page: PageView }
  | { type: 'extensions' }

export type ConversationChange = 'opened' | 'queued' | 'assigned' | 'closed' | 'rated' | 'wrapped-up'

export interface Welcome {
  type: 'welcome'
  agent: Agent
  presence: PresenceState
  mine: Conversation[]
  queue: Conversation[]
  presences: PresenceState[]
}

export interface Ack {
  type: 'ack'
  id: string
  message?: { seq: number; clientId: string; at: string }
  more?: boolean
}

export interface ErrorFrame {
  type: 'error'
  id?: string
  code: string
  status: number
  message: string
  field: string | null
}

export interface Hello {
  type: 'hello'
  seen: Record<Id, number>
  presence?: PresenceKind
}

export type Command =
  | { type: 'send'; conversation: Id; clientId: string; text: string; attachment?: Id; card?: Card; confirmed?: boolean }
  | { type: 'note'; conversation: Id; clientId: string; text: string }
  | { type: 'recall'; conversation: Id; seq: number }
  | { type: 'recall-note'; conversation: Id; number: number }
  | { type: 'read'; conversation: Id; seq: number }
  | { type: 'typing'; conversation: Id; typing: boolean }
  | { type: 'close'; conversation: Id; category?: string }
  | { type: 'presence'; presence: PresenceKind; reason?: string }
  | { type: 'watch' | 'unwatch'; conversation: Id }
