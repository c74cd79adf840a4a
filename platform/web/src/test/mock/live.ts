import type { WebSocket } from 'ws'
import type { Conversation, Message } from '@/api/types'
import { conversations, messages } from './chats.ts'
import { agents, presences, visitors } from './people.ts'

/** The agents' live endpoint: answers commands, and lets visitors answer what agents write. */
export class Live {
  private readonly sockets = new Map<WebSocket, string>()

  connect(socket: WebSocket, agent: string | null) {
    if (!agent) return socket.close(4401)
    this.sockets.set(socket, agent)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('message', (data) => this.heard(socket, agent, JSON.parse(String(data))))
  }

  tellAll(frame: object) {
    for (const socket of this.sockets.keys()) socket.send(JSON.stringify(frame))
  }

  close(conversation: Conversation, category: string | null) {
    Object.assign(conversation, { state: 'CLOSED', category, closedAt: new Date().toISOString(), version: conversation.version + 1 })
    this.tellAll({ type: 'conversation', conversation, change: 'closed' })
  }

  /** For looking at arrivals: a visitor of the queue is given to the first agent. */
  assign(id: string, agent: string) {
    const conversation = conversations.find((one) => one.id === id)
    if (!conversation) return
    const name = agents.find((one) => one.id === agent)?.name ?? ''
    Object.assign(conversation, { state: 'ACTIVE', agent, agentName: name, assignedAt: new Date().toISOString(), version: conversation.version + 1 })
    this.tellAll({ type: 'conversation', conversation, change: 'assigned' })
  }

  private heard(socket: WebSocket, agent: string, frame: Record<string, string>) {
    const reply = (data: object) => socket.send(JSON.stringify(data))
    const ack = (more: object = {}) => frame.id && reply({ type: 'ack', id: frame.id, ...more })
    switch (frame.type) {
      case 'hello':
        return reply(this.welcome(agent, frame.presence))
      case 'send':
        return ack({ message: this.write(frame, agent) })
      case 'presence':
        this.presence(agent, frame.presence ?? 'ONLINE', frame.reason ?? null)
        return ack()
      case 'read':
        this.tellAll({ type: 'read', conversation: frame.conversation, side: 'AGENT', seq: frame.seq })
        return ack()
      default:
        return ack()
    }
  }

  private welcome(agent: string, presence?: string) {
    if (presence) this.presence(agent, presence, null)
    return {
      type: 'welcome',
      agent: agents.find(({ id }) => id === agent),
      presence: presences.find((state) => state.agent === agent),
      mine: conversations.filter((one) => one.agent === agent && one.state === 'ACTIVE'),
      queue: conversations.filter(({ state }) => state === 'QUEUED'),
      presences,
    }
  }

  private presence(agent: string, presence: string, reason: string | null) {
    const state = presences.find((one) => one.agent === agent)
    if (!state) return
    Object.assign(state, { presence, reason, since: new Date().toISOString() })
    this.tellAll({ type: 'presence', presence: state })
  }

  private write({ conversation = '', clientId = '', text = '' }: Record<string, string>, agent: string) {
    const author = { side: 'AGENT' as const, id: agent, name: agents.find(({ id }) => id === agent)?.name ?? '' }
    const message = this.append(conversation, { clientId, text, author })
    setTimeout(() => this.tellAll({ type: 'delivered', conversation, side: 'VISITOR', seq: message.seq }), 400)
    setTimeout(() => this.tellAll({ type: 'read', conversation, side: 'VISITOR', seq: message.seq }), 900)
    this.answer(conversation)
    return { seq: message.seq, clientId, at: message.at }
  }

  private answer(conversation: string) {
    const visitor = visitors.find(({ id }) => id === conversations.find((one) => one.id === conversation)?.visitor)
    if (!visitor) return
    const author = { side: 'VISITOR' as const, id: visitor.id, name: visitor.name }
    setTimeout(() => this.tellAll({ type: 'typing', conversation, author, typing: true }), 1200)
    setTimeout(() => {
      const text = visitor.language === 'en' ? 'Great, thank you!' : '好的，谢谢！'
      this.append(conversation, { clientId: `v-${Date.now()}`, text, author })
    }, 4000)
  }

  private append(conversation: string, part: Pick<Message, 'clientId' | 'text' | 'author'>): Message {
    const lines = messages.get(conversation) ?? []
    const known = lines.find(({ clientId }) => clientId === part.clientId)
    if (known) return known
    const message: Message = { conversation, seq: lines.length + 1, kind: 'TEXT', at: new Date().toISOString(), ...part }
    lines.push(message)
    this.tellAll({ type: 'message', ...message })
    return message
  }
}
