/** The visitor's part of the live protocol, as distribution/docs/live-protocol.md states it. */

export type State = 'QUEUED' | 'ACTIVE' | 'CLOSED' | 'ABANDONED'
export type Side = 'VISITOR' | 'AGENT' | 'SYSTEM'

export interface Rating {
  readonly stars: number
  readonly comment: string
}

/** What the visitor is asked of a conversation. */
export interface Survey {
  readonly conversation: string
  readonly form: 'GRADE' | 'RATIO'
  readonly state: 'ASKED' | 'ANSWERED' | 'EXPIRED'
  readonly remindedAt: string | null
  readonly reasons: readonly Reason[]
}

/** What can be chosen beside a score of `from` to `to`. */
export interface Reason {
  readonly code: string
  readonly name: { readonly zhCn: string; readonly en: string }
  readonly from: number
  readonly to: number
}

/** An answer, in the way of the survey's form. */
export interface Score {
  readonly stars?: number
  readonly satisfied?: boolean
  readonly reasons?: readonly string[]
  readonly comment: string
}

/** What a visitor sees of a conversation. */
export interface Conversation {
  readonly id: string
  readonly state: State
  readonly agent: { readonly name: string } | null
  readonly team: string
  readonly openedAt: string
  readonly lastSeq: number
  readonly visitorRead: number
  readonly agentRead: number
  readonly rating: Rating | null
}

export interface Author {
  readonly side: Side
  readonly id: string
  readonly name: string
}

/** One line of a conversation, as the server keeps it. */
export interface Message {
  readonly conversation: string
  readonly seq: number
  readonly clientId: string
  readonly author: Author
  readonly kind: 'TEXT' | 'IMAGE' | 'FILE' | 'CARD' | 'SYSTEM' | 'RECALL' | 'RECALLED'
  readonly text: string
  readonly at: string
  readonly attachment?: Attachment
  readonly card?: Card
}

/** An uploaded file; width and height are 0 when it is no picture. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly width: number
  readonly height: number
}

/** A product or an order. */
export interface Card {
  readonly kind: 'PRODUCT' | 'ORDER'
  readonly title: string
  readonly text?: string
  readonly price?: string
  readonly number?: string
  readonly status?: string
  readonly url?: string
  readonly image?: string
}

/** A frame in either direction; what a client does not know, it ignores. */
export interface Frame {
  readonly type: string
  readonly [field: string]: unknown
}

export interface Welcome {
  readonly visitor: string
  readonly conversation: Conversation | null
  readonly position: number | null
  readonly previews: boolean
}

/** The server did what a command asked for. */
export interface Ack {
  readonly type: 'ack'
  readonly message?: { readonly seq: number; readonly clientId: string; readonly at: string }
  readonly conversation?: Conversation
  readonly more?: boolean
}

/** The server did not do it, and says why. */
export interface Refusal {
  readonly type: 'error'
  readonly code: string
  readonly status: number
}

/** The connection went before an answer came: it may have been done, or not. */
export interface Lost {
  readonly type: 'lost'
}

export type Answer = Ack | Refusal | Lost

/** The page that a visitor looks at. */
export interface Page {
  readonly url: string
  readonly title: string
  readonly referrer?: string
  readonly language: string
}

/** Who this browser is to the server. */
export interface Identity {
  readonly visitor: string
  readonly token: string
}

/** Close codes that mean something. */
export const BROKE_THE_RULES = 1008
export const RESTARTS = 1012
export const NOT_SIGNED_IN = 4401

/** The longest message that the server takes, and the longest comment of a rating. */
export const TEXT_LIMIT = 5000
export const COMMENT_LIMIT = 1000

type Open = Conversation & { readonly state: 'QUEUED' | 'ACTIVE' }

export function isOpen(conversation: Conversation | null): conversation is Open {
  return conversation?.state === 'QUEUED' || conversation?.state === 'ACTIVE'
}
