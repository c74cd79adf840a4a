import { Backoff } from './backoff'
import type { Ack, Command, ErrorFrame, Hello, ServerFrame, Welcome } from './frames'

export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'stopped'

/** A command that the server refused. */
export class Refused extends Error {
  constructor(readonly frame: ErrorFrame) {
    super(frame.message)
  }
}

/** The connection went while a command was on its way: it may or may not have arrived. */
export class ConnectionLost extends Error {}

export interface ConnectionEvents {
  hello(): Hello
  frame(frame: ServerFrame): void
  state(state: ConnectionState, retryAt: number | null): void
  signedOut(): void
}

/** The part of WebSocket that is needed; tests bring their own. */
export interface Socket {
  send(text: string): void
  close(code?: number): void
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
}

interface Waiting {
  resolve(ack: Ack): void
  reject(failure: Error): void
  timer: ReturnType<typeof setTimeout>
}

const ANSWER_WITHIN_MS = 15_000
const SIGNED_OUT = 4401
const GONE = 1006

/** Keeps one live connection up: says hello, matches answers to commands, comes back after breaks. */
export class Connection {
  private socket: Socket | null = null
  private current: ConnectionState = 'stopped'
  private retry: ReturnType<typeof setTimeout> | null = null
  private readonly waiting = new Map<string, Waiting>()
  private lastId = 0

  constructor(
    private readonly connect: () => Socket,
    private readonly events: ConnectionEvents,
    private readonly backoff = new Backoff(),
  ) {}

  get state() {
    return this.current
  }

  start() {
    if (this.current === 'stopped') this.open()
  }

  stop() {
    this.cancelRetry()
    this.drop()
    this.become('stopped')
  }

  /** Tries at once instead of waiting, such as when the network is back. */
  retryNow() {
    if (this.current !== 'waiting') return
    this.cancelRetry()
    this.open()
  }

  /** The network is known to be gone: there is no point in waiting for the silence to be noticed. */
  interrupt() {
    if (this.socket) this.closed(GONE)
  }

  command(command: Command): Promise<Ack> {
    if (this.current !== 'open') return Promise.reject(new ConnectionLost())
    const id = String(++this.lastId)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.interrupt(), ANSWER_WITHIN_MS)
      this.waiting.set(id, { resolve, reject, timer })
      this.socket?.send(JSON.stringify({ ...command, id }))
    })
  }

  /** Says something that needs no answer; when there is no connection it is not worth keeping. */
  tell(command: Command) {
    if (this.current === 'open') this.socket?.send(JSON.stringify(command))
  }

  private open() {
    this.become('connecting')
    const socket = this.connect()
    this.socket = socket
    socket.onopen = () => socket.send(JSON.stringify(this.events.hello()))
    socket.onmessage = ({ data }) => this.received(data)
    socket.onclose = ({ code }) => {
      if (this.socket === socket) this.closed(code)
    }
  }

  private received(data: unknown) {
    const frame = JSON.parse(String(data)) as ServerFrame
    if (frame.type === 'ack') this.settle(frame.id, (waiting) => waiting.resolve(frame))
    else if (frame.type === 'error') this.refused(frame)
    else {
      if (frame.type === 'welcome') this.welcomed(frame)
      this.events.frame(frame)
    }
  }

  private welcomed(welcome: Welcome) {
    if (!welcome.agent) return
    this.backoff.reset()
    this.become('open')
  }

  private refused(frame: ErrorFrame) {
    if (frame.id) this.settle(frame.id, (waiting) => waiting.reject(new Refused(frame)))
  }

  private settle(id: string, end: (waiting: Waiting) => void) {
    const waiting = this.waiting.get(id)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.waiting.delete(id)
    end(waiting)
  }

  private closed(code: number) {
    this.drop()
    if (code === SIGNED_OUT) {
      this.become('stopped')
      this.events.signedOut()
      return
    }
    const delay = this.backoff.next(code)
    this.retry = setTimeout(() => this.open(), delay)
    this.become('waiting', Date.now() + delay)
  }

  private drop() {
    const socket = this.socket
    this.socket = null
    socket?.close()
    for (const id of [...this.waiting.keys()])
      this.settle(id, (waiting) => waiting.reject(new ConnectionLost()))
  }

  private cancelRetry() {
    if (this.retry) clearTimeout(this.retry)
    this.retry = null
  }

  private become(state: ConnectionState, retryAt: number | null = null) {
    this.current = state
    this.events.state(state, retryAt)
  }
}
