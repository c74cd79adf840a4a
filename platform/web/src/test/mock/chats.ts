import type { Conversation, Decision, Message } from '@/api/types'
import { ago, agents, visitors } from './people.ts'

const ME = '3'

const zh: [boolean, string][] = [
  [true, '你好，我昨天的订单 20261120-88731 显示已签收，但是我没有收到包裹。'],
  [false, '林女士您好，我是客服张敏。我马上为您核实物流信息，请稍等。'],
  [true, '好的，地址是杭州市滨江区网商路 599 号。'],
  [true, '快递员也没有打电话。'],
  [false, '查到了：快递员放在了小区东门的快递柜，取件码已重新发送到您尾号 6620 的手机。\n若两小时内仍未找到，我会为您补发。\n物流详情：https://shop.example/track/88731?lang=zh。'],
  [true, '收到取件码了，谢谢！我现在去看看。'],
]
const en: [boolean, string][] = [
  [true, 'Hi! Could you send the invoice for order 20261119-51207 again? The link in the mail has expired.'],
  [false, 'Of course, one moment please.'],
  [false, 'Here it is: https://shop.example/invoices/51207.pdf (valid for 7 days).'],
  [true, 'Thanks, that works. One more thing: is it possible to change the billing address on it?'],
]

export const messages = new Map<string, Message[]>()
export const conversations: Conversation[] = [
  chat(1, 'ACTIVE', ME, 3, 0),
  chat(2, 'ACTIVE', ME, 9, 1),
  chat(3, 'ACTIVE', ME, 1, 2),
  chat(4, 'ACTIVE', ME, 24, 0),
  chat(5, 'QUEUED', null, 2, 1),
  chat(6, 'QUEUED', null, 1, 2),
  chat(7, 'ACTIVE', '4', 6, 0),
  chat(8, 'CLOSED', ME, 180, 0),
  chat(9, 'CLOSED', ME, 60 * 26, 0),
]
conversations.push({ ...chat(10, 'CLOSED', ME, 60 * 24 * 9, 0), visitor: '1', visitorName: '林晓梅' })
conversations.push({ ...chat(11, 'CLOSED', '4', 60 * 24 * 20, 0), visitor: '1', visitorName: '林晓梅' })

export function decisions(id: string): Decision[] {
  const conversation = conversations.find((one) => one.id === id)
  if (!conversation?.agent) return []
  return [
    {
      conversation: id,
      at: conversation.assignedAt ?? conversation.openedAt,
      chosen: conversation.agent,
      planRevision: 3,
      summary: {
        zhCn: '已选张敏：进行中 3/5；未选：陈思远：进行中 4/5；李强：已满：5/5',
        en: 'chosen 张敏: 3 of 5 conversations; left out: 陈思远: 4 of 5 conversations; 李强: at capacity 5 of 5',
      },
      considered: [
        { agent: '3', name: '张敏', load: 3, capacity: 5, leftOut: null },
        { agent: '4', name: '李强', load: 5, capacity: 5, leftOut: { zhCn: '已达接待上限', en: 'at capacity' } },
        { agent: '6', name: '陈思远', load: 4, capacity: 5, leftOut: null },
      ],
      steps: [
        { strategy: 'returning', by: null, verdict: 'MISSING', kept: [], leftOut: [], failure: null },
        {
          strategy: 'load',
          by: { extension: 'load', bundle: 'org.hotdesk.routing.load', version: '0.1.0', revision: 0 },
          verdict: 'ANSWERED',
          kept: [{ agent: '3', reason: { zhCn: '进行中的会话最少', en: 'fewest open conversations' } }],
          leftOut: [{ agent: '6', reason: { zhCn: '会话较多', en: 'more open conversations' } }],
          failure: null,
        },
        {
          strategy: 'round-robin',
          by: { extension: 'round-robin', bundle: 'org.hotdesk.routing.round.robin', version: '0.1.0', revision: 0 },
          verdict: 'NO_OPINION',
          kept: [],
          leftOut: [],
          failure: null,
        },
      ],
    },
  ]
}

function chat(number: number, state: Conversation['state'], agent: string | null, minutes: number, unread: number): Conversation {
  const id = String(number)
  const visitor = visitors[(number - 1) % visitors.length]!
  const lines = script(id, visitor.language === 'en' ? en : zh, agent, minutes, number === 4 ? 60 : 0)
  messages.set(id, lines)
  const spoken = lines.filter(({ kind }) => kind === 'TEXT')
  const last = spoken.at(-1)!
  return {
    id,
    visitor: visitor.id,
    visitorName: visitor.name,
    customer: visitor.customer,
    team: number % 3 ? '2' : '1',
    state,
    agent,
    agentName: agents.find((one) => one.id === agent)?.name ?? null,
    language: visitor.language,
    openedAt: lines[0]!.at,
    queuedAt: lines[0]!.at,
    assignedAt: agent ? lines[0]!.at : null,
    closedAt: state === 'CLOSED' ? ago(minutes - 1) : null,
    category: state === 'CLOSED' ? (visitor.language === 'en' ? 'Invoice' : '订单与物流') : null,
    rating: state === 'CLOSED' ? { stars: 5, comment: '' } : null,
    lastSeq: lines.length,
    last: { side: last.author.side, text: last.text.slice(0, 120), at: last.at },
    visitorRead: lines.length - 1,
    agentRead: lines.length - unread,
    unread,
    version: 1,
  }
}

function script(id: string, turns: [boolean, string][], agent: string | null, minutes: number, before: number): Message[] {
  const visitor = visitors[(Number(id) - 1) % visitors.length]!
  const name = agents.find((one) => one.id === agent)?.name ?? ''
  const older = Array.from({ length: before }, (_, i): [boolean, string] => [i % 2 === 0, `${i + 1} · ${turns[i % turns.length]![1]}`])
  const said = agent ? [...older, ...turns] : turns.filter(([theirs]) => theirs).slice(0, 2)
  const lines: Message[] = said.map(([theirs, text], index) => ({
    conversation: id,
    seq: 0,
    clientId: `m-${id}-${index}`,
    author: theirs ? { side: 'VISITOR', id: visitor.id, name: visitor.name } : { side: 'AGENT', id: agent ?? '0', name },
    kind: 'TEXT',
    text,
    at: ago(minutes + (said.length - 1 - index) * (index < before ? 37 : 1.3)),
  }))
  if (agent)
    lines.splice(1, 0, {
      conversation: id,
      seq: 0,
      clientId: `system-${id}`,
      author: { side: 'SYSTEM', id: '0', name },
      kind: 'SYSTEM',
      text: 'agent-joined',
      at: lines[0]!.at,
    })
  return lines.map((line, index) => ({ ...line, seq: index + 1 }))
}
