import { computed, reactive, ref, shallowReactive } from 'vue'
import { http } from '@/api/http'
import type { Attachment, Conversation, Id, PresenceKind, Survey } from '@/api/types'
import { expired } from '@/session/session'
import { calls, type Call } from './attention'
import { Connection, Refused, type ConnectionState, type Socket } from './connection'
import type { Hello, ServerFrame } from './frames'
import { Notes } from './notes'
import { Outbox, type Unsent } from './outbox'
import { Pages } from './pages'
import { Sender } from './sender'
import { Uploads } from './uploads'
import { Windows } from './windows'
import { apply, emptyWorld, isMine, markRead, mine, put, type World } from './world'

const OUTBOX = 'hotdesk.outbox.'
const WANTED = 'hotdesk.presence'
const BEAT_MS = 10_000

/** Everything of this window that lives on the live connection. */
export class Desk {
  readonly world: World
  readonly connection = reactive<{ state: ConnectionState; retryAt: number | null }>({
    state: 'stopped',
    retryAt: null,
  })
  readonly unsent = ref<readonly Unsent[]>([])
  /** Grows with every welcome: lists that are fetched look again. */
  readonly welcomes = ref(0)
  readonly windows: Windows
  private readonly pages = shallowReactive(new Map<Id, Pages>())
  private readonly notes = new Map<Id, Notes>()
  private readonly uploads = new Map<Id, Uploads>()
  private readonly outbox: Outbox
  private readonly sender: Sender
  private readonly live: Connection
  private readonly outboxes: string
  private beat: ReturnType<typeof setInterval> | null = null
  private watched: Id | null = null
  private listener: (call: Call) => void = () => undefined

  constructor(agent: Id, connect: () => Socket = openSocket) {
    this.world = reactive(emptyWorld(agent))
    this.windows = new Windows(localStorage, sessionStorage)
    this.outboxes = `${OUTBOX}${agent}.`
    this.outbox = new Outbox(localStorage, this.outboxes + this.windows.name, () => this.showUnsent())
    this.live = new Connection(connect, {
      hello: () => this.hello(),
      frame: (frame) => this.hear(frame),
      state: (state, retryAt) => Object.assign(this.connection, { state, retryAt }),
      signedOut: () => void expired().then(() => this.live.start()),
    })
    this.sender = new Sender(
      this.outbox,
      (command) => this.live.command(command),
      () => undefined,
    )
    this.showUnsent()
  }

  readonly mine = computed(() => mine(this.world))
  readonly unread = computed(() => this.mine.value.reduce((sum, one) => sum + (this.isMine(one) ? one.unread : 0), 0))
  readonly presence = computed(() => this.world.presences[this.world.me] ?? null)

  start() {
    this.live.start()
    this.beat = setInterval(() => this.tick(), BEAT_MS)
  }

  stop() {
    if (this.beat) clearInterval(this.beat)
    this.windows.leave()
    this.live.stop()
  }

  online() {
    this.live.retryNow()
  }

  offline() {
    this.live.interrupt()
  }

  onCall(listener: (call: Call) => void) {
    this.listener = listener
  }

  isMine(conversation: Conversation | undefined) {
    return isMine(this.world, conversation)
  }

  /** A conversation that was fetched. */
  know(conversation: Conversation) {
    put(this.world, conversation)
  }

  /** A survey that was sent. */
  asked(survey: Survey) {
    this.world.surveys[survey.conversation] = survey
  }

  linesOf(id: Id): Pages {
    const known = this.pages.get(id)
    if (known) return known
    const fresh = new Pages(id, http)
    this.pages.set(id, fresh)
    return fresh
  }

  notesOf(id: Id): Notes {
    const known = this.notes.get(id)
    if (known) return known
    const fresh = new Notes(id, http)
    this.notes.set(id, fresh)
    return fresh
  }

  /** Files on their way; each is sent as a message when it is there. */
  uploadsOf(id: Id): Uploads {
    const known = this.uploads.get(id)
    if (known) return known
    const fresh = new Uploads((file) => this.send(id, '', false, file))
    this.uploads.set(id, fresh)
    return fresh
  }

  /** Sends a message; a note is for the staff alone. */
  send(conversation: Id, text: string, note = false, attachment?: Attachment) {
    const at = new Date().toISOString()
    const clientId = `c-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`
    this.outbox.add({ conversation, clientId, text, note, attachment, at, refused: null })
    this.sender.flush()
  }

  resend(clientId: string) {
    this.outbox.retry(clientId)
    this.sender.flush()
  }

  discard(clientId: string) {
    this.outbox.remove(clientId)
  }

  read(id: Id, seq: number) {
    const conversation = this.world.conversations[id]
    if (!this.isMine(conversation) || (conversation?.agentRead ?? 0) >= seq) return
    if (this.live.state !== 'open') return
    markRead(this.world, id, seq)
    this.live.command({ type: 'read', conversation: id, seq }).catch(() => undefined)
  }

  /** Takes back what this agent wrote; rejects with why not. */
  async recall(id: Id, seq: number) {
    await this.live.command({ type: 'recall', conversation: id, seq })
  }

  async recallNote(id: Id, number: number) {
    await this.live.command({ type: 'recall-note', conversation: id, number })
  }

  typing(id: Id, typing: boolean) {
    this.live.tell({ type: 'typing', conversation: id, typing })
  }

  /** Hears the lines of one conversation that this agent does not have; null: of none. */
  watch(id: Id | null) {
    if (this.watched === id) return
    if (this.watched) this.live.tell({ type: 'unwatch', conversation: this.watched })
    this.watched = id
    this.watchAgain()
  }

  async setPresence(presence: PresenceKind, reason?: string) {
    sessionStorage.setItem(WANTED, presence)
    await this.live.command({ type: 'presence', presence, ...(reason ? { reason } : {}) })
  }

  private hello(): Hello {
    const wanted = sessionStorage.getItem(WANTED) as PresenceKind | null
    const seen = Object.fromEntries(
      [...this.pages].filter(([, pages]) => pages.loaded.value).map(([id, { high }]) => [id, high]),
    )
    return { type: 'hello', seen, ...(wanted ? { presence: wanted } : {}) }
  }

  private hear(frame: ServerFrame) {
    const asked = calls(this.world, frame, this.welcomes.value === 0)
    apply(this.world, frame)
    if (frame.type === 'message') {
      this.outbox.remove(frame.clientId)
      this.pages.get(frame.conversation)?.accept(frame)
    }
    if (frame.type === 'note') {
      this.outbox.remove(frame.note.clientId)
      this.notesOf(frame.note.conversation).accept(frame.note)
    }
    if (frame.type === 'welcome') this.welcomed()
    if (asked.length > 0 && this.windows.isInFront()) asked.forEach((call) => this.listener(call))
  }

  private welcomed() {
    this.welcomes.value++
    this.watchAgain()
    this.sender.flush()
    for (const pages of this.pages.values()) void pages.fill()
    for (const notes of this.notes.values()) void notes.load()
  }

  private watchAgain() {
    if (!this.watched) return
    const id = this.watched
    this.live
      .command({ type: 'watch', conversation: id })
      .then(() => this.pages.get(id)?.fill())
      .catch((failure) => {
        if (failure instanceof Refused && this.watched === id) this.watched = null
      })
  }

  private tick() {
    this.windows.beat()
    this.windows.orphans(this.outboxes).forEach((key) => this.outbox.adopt(key))
    this.sender.flush()
  }

  private showUnsent() {
    if (this.outbox) this.unsent.value = this.outbox.all
  }
}

function openSocket(): Socket {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  return new WebSocket(`${scheme}://${window.location.host}/live/agent`) as unknown as Socket
}
