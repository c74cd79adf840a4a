import type { Conversation, Id, Message, PageView, PresenceState, Survey } from '@/api/types'
import type { ServerFrame, Welcome } from './frames'

/** What the live connection has told about the world so far. */
export interface World {
  me: Id
  conversations: Record<Id, Conversation>
  /** Ids that wait in the queues this agent sees. */
  queue: Id[]
  presences: Record<Id, PresenceState>
  /** Up to which line the visitor's machine has a conversation. */
  delivered: Record<Id, number>
  /** Who types in which conversation, and until when that is believed. */
  typing: Record<Id, { name: string; until: number; text?: string }>
  /** The page that a visitor looks at, as far as it was told live. */
  pages: Record<Id, PageView>
  /** What visitors were asked, as far as it was told live. */
  surveys: Record<Id, Survey>
  /** Conversations whose agent has not answered for too long, and since when. */
  late: Record<Id, string>
  /** Grows when panels or strategies came or went. */
  extensions: number
}

const TYPING_LASTS_MS = 6_000

export function emptyWorld(me: Id): World {
  return {
    me,
    conversations: {},
    queue: [],
    presences: {},
    delivered: {},
    typing: {},
    pages: {},
    surveys: {},
    late: {},
    extensions: 0,
  }
}

export function isMine(world: World, conversation: Conversation | undefined) {
  return conversation?.state === 'ACTIVE' && conversation.agent === world.me
}

/** Whether this agent is to say what an ended conversation was about. */
export function isWrappedUpByMe(world: World, conversation: Conversation | undefined) {
  return conversation?.state === 'WRAP_UP' && conversation.agent === world.me
}

export function mine(world: World): Conversation[] {
  return Object.values(world.conversations).filter((c) => isMine(world, c) || isWrappedUpByMe(world, c))
}

/** Takes one frame into the world. */
export function apply(world: World, frame: ServerFrame, now: number = Date.now()) {
  switch (frame.type) {
    case 'welcome':
      return welcome(world, frame)
    case 'message':
      return line(world, frame)
    case 'conversation':
      return put(world, frame.conversation)
    case 'preview':
      return preview(world, frame)
    case 'typing':
      return typing(world, frame, now)
    case 'delivered':
      if (frame.side === 'VISITOR') raise(world.delivered, frame.conversation, frame.seq)
      return
    case 'read':
      return read(world, frame)
    case 'presence':
      world.presences[frame.presence.agent] = frame.presence
      return
    case 'visitor':
      world.pages[frame.visitor] = frame.page
      return
    case 'survey':
      world.surveys[frame.survey.conversation] = frame.survey
      return
    case 'unanswered':
      world.late[frame.conversation] = frame.since
      return
    case 'extensions':
      world.extensions++
      return
  }
}

/** A conversation as the server tells it; never older than what is known. */
export function put(world: World, conversation: Conversation) {
  const known = world.conversations[conversation.id]
  if (known && known.version > conversation.version) return
  world.conversations[conversation.id] = known ? newest(known, conversation) : conversation
  const waits = conversation.state === 'QUEUED'
  if (conversation.state !== 'ACTIVE') delete world.late[conversation.id]
  const listed = world.queue.includes(conversation.id)
  if (waits && !listed) world.queue.push(conversation.id)
  if (!waits && listed) world.queue = world.queue.filter((id) => id !== conversation.id)
}

/** This side has read up to a line. */
export function markRead(world: World, id: Id, seq: number) {
  const conversation = world.conversations[id]
  if (!conversation || conversation.agentRead >= seq) return
  conversation.agentRead = seq
  if (seq >= conversation.lastSeq) conversation.unread = 0
}

function welcome(world: World, frame: Welcome) {
  const open = [...frame.mine, ...frame.queue]
  const stays = new Set(open.map(({ id }) => id))
  for (const known of Object.values(world.conversations))
    if (!stays.has(known.id) && ['QUEUED', 'ACTIVE', 'WRAP_UP'].includes(known.state))
      delete world.conversations[known.id]
  open.forEach((conversation) => put(world, conversation))
  world.queue = frame.queue.map(({ id }) => id)
  world.presences = Object.fromEntries(frame.presences.map((state) => [state.agent, state]))
  world.presences[frame.presence.agent] = frame.presence
}

function line(world: World, message: Message) {
  const conversation = world.conversations[message.conversation]
  if (!conversation || message.seq <= conversation.lastSeq) return
  conversation.lastSeq = message.seq
  if (['SYSTEM', 'RECALL', 'RECALLED'].includes(message.kind)) return
  const { side } = message.author
  conversation.last = { side, text: summary(message), at: message.at }
  if (side === 'VISITOR' && message.seq > conversation.agentRead) conversation.unread++
  if (side === 'AGENT') delete world.late[message.conversation]
  if (side === 'VISITOR') delete world.typing[message.conversation]
}

/** What a list shows of a line, as the server has it. */
function summary({ text, attachment, card }: Message) {
  return (text.trim() ? text : (attachment?.name ?? card?.title ?? '')).slice(0, 120)
}

function preview(world: World, frame: Extract<ServerFrame, { type: 'preview' }>) {
  const conversation = world.conversations[frame.conversation]
  if (!conversation || frame.lastSeq < conversation.lastSeq) return
  Object.assign(conversation, { lastSeq: frame.lastSeq, last: frame.last, unread: frame.unread })
}

function typing(world: World, frame: Extract<ServerFrame, { type: 'typing' }>, now: number) {
  if (frame.author.side !== 'VISITOR' && frame.author.id === world.me) return
  if (frame.typing)
    world.typing[frame.conversation] = { name: frame.author.name, until: now + TYPING_LASTS_MS, text: frame.text }
  else delete world.typing[frame.conversation]
}

function read(world: World, frame: Extract<ServerFrame, { type: 'delivered' | 'read' }>) {
  const conversation = world.conversations[frame.conversation]
  if (!conversation) return
  if (frame.side === 'AGENT') markRead(world, frame.conversation, frame.seq)
  else conversation.visitorRead = Math.max(conversation.visitorRead, frame.seq)
}

function newest(known: Conversation, told: Conversation): Conversation {
  const behind = told.lastSeq < known.lastSeq
  return {
    ...told,
    ...(behind ? { lastSeq: known.lastSeq, last: known.last, unread: known.unread } : {}),
    visitorRead: Math.max(known.visitorRead, told.visitorRead),
    agentRead: Math.max(known.agentRead, told.agentRead),
  }
}

function raise(marks: Record<Id, number>, id: Id, seq: number) {
  marks[id] = Math.max(marks[id] ?? 0, seq)
}
