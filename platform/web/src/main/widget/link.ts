import { type Answer, BROKE_THE_RULES, type Frame, NOT_SIGNED_IN, RESTARTS } from './protocol'
import type { Socket, World } from './world'

/** `off`: not wanted. `joining`: on the way. `on`: welcomed. `waiting`: until the next try. */
export type LinkState = 'off' | 'joining' | 'on' | 'waiting'

export interface LinkEvents {
  /** The first frame. */
  hello(): Frame
  heard(frame: Frame): void
  /** The server does not know the visitor. */
  unknown(): void
  changed(): void
}

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000
const MINUTE = 60_000

/** How long an answer may take before the connection counts as dead. */
export const PATIENCE = 10_000

/**
 * One connection to the server that comes back by itself. Whoever asks gets exactly one answer;
 * `lost` when the connection went before.
 */
export class Link {
  private socket: Socket | null = null
  private current: LinkState = 'off'
  private tries = 0
  private lastId = 0
  private punished = false
  private asked = new Map<string, (answer: Answer) => void>()
  private cancelRetry = () => {}
  private cancelPatience = () => {}

  constructor(
    private readonly world: World,
    private readonly events: LinkEvents,
  ) {}

  get state(): LinkState {
    return this.current
  }

  start(): void {
    if (this.current === 'off') {
      this.connect()
    }
  }

  /** There is reason to think that it works now: does not wait any longer, unless told to. */
  hurry(): void {
    if (this.current === 'waiting' && !this.punished) {
      this.connect()
    }
  }

  stop(): void {
    this.cancelRetry()
    const unanswered = this.drop(1000)
    this.become('off')
    unanswered.forEach((answered) => answered({ type: 'lost' }))
  }

  /** Sends a command and tells its answer. */
  ask(frame: Frame, answered: (answer: Answer) => void): void {
    if (this.current !== 'on') {
      answered({ type: 'lost' })
      return
    }
    const id = String(++this.lastId)
    this.asked.set(id, answered)
    this.write({ ...frame, id })
    if (this.asked.size === 1) {
      this.lookAfter()
    }
  }

  /** Sends what needs no answer; nothing happens while not connected. */
  tell(frame: Frame): void {
    if (this.current === 'on') {
      this.write(frame)
    }
  }

  private connect(): void {
    this.cancelRetry()
    this.become('joining')
    const socket = this.world.connect()
    this.socket = socket
    socket.onopen = () => this.write(this.events.hello())
    socket.onmessage = (event) => this.socket === socket && this.read(event.data)
    socket.onclose = (event) => this.socket === socket && this.closed(event.code)
    this.lookAfter()
  }

  private read(text: string): void {
    let frame: Frame
    try {
      frame = JSON.parse(text) as Frame
    } catch {
      return
    }
    if (frame.type === 'welcome') {
      this.tries = 0
      this.cancelPatience()
      this.events.heard(frame)
      this.become('on')
    } else if (frame.type === 'ack' || frame.type === 'error') {
      this.answer(frame)
    } else {
      this.events.heard(frame)
    }
  }

  private answer(frame: Frame): void {
    const id = String(frame.id ?? '')
    const answered = this.asked.get(id)
    if (answered) {
      this.asked.delete(id)
      this.lookAfter()
      answered(frame as unknown as Answer)
    } else {
      this.events.heard(frame)
    }
  }

  /** Gives up the connection when what was asked is not answered in time. */
  private lookAfter(): void {
    this.cancelPatience()
    if (this.current === 'joining' || this.asked.size > 0) {
      this.cancelPatience = this.world.after(PATIENCE, () => this.closed(0))
    }
  }

  private closed(code: number): void {
    const unanswered = this.drop()
    this.punished = code === BROKE_THE_RULES
    if (this.punished) {
      this.retry(MINUTE)
    } else if (code === RESTARTS) {
      this.retry(FIRST_PAUSE * 0.3 * this.world.random())
    } else {
      this.retry(this.pause())
    }
    unanswered.forEach((answered) => answered({ type: 'lost' }))
    if (code === NOT_SIGNED_IN) {
      this.events.unknown()
    }
  }

  private retry(pause: number): void {
    this.cancelRetry()
    this.cancelRetry = this.world.after(pause, () => this.connect())
    this.become('waiting')
  }

  /** 0.5 s, doubling up to 15 s, with up to 30 % random. */
  private pause(): number {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.tries)
    this.tries = Math.min(this.tries + 1, 10)
    return pause * (1 + 0.3 * this.world.random())
  }

  /** Lets the socket go; answers who still waits for an answer. */
  private drop(code?: number): ((answer: Answer) => void)[] {
    this.cancelPatience()
    const socket = this.socket
    this.socket = null
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close(code)
    }
    const unanswered = [...this.asked.values()]
    this.asked.clear()
    return unanswered
  }

  private write(frame: Frame): void {
    this.socket?.send(JSON.stringify(frame))
  }

  private become(state: LinkState): void {
    if (this.current !== state) {
      this.current = state
      this.events.changed()
    }
  }
}
