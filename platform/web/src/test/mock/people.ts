import type { Agent, Customer, PresenceState, Team, Visitor } from '@/api/types'

/** A small made-up shop: enough to see every part of the console with. */
export const permissions: Record<Agent['role'], string[]> = {
  AGENT: ['conversation.answer', 'customer.read', 'staff.read'],
  SUPERVISOR: ['conversation.answer', 'conversation.read-all', 'conversation.manage', 'customer.read', 'staff.read', 'health.read'],
  ADMINISTRATOR: ['conversation.read-all', 'conversation.manage', 'customer.read', 'staff.read', 'staff.manage', 'routing.manage', 'calendar.manage', 'bundle.manage', 'health.read'],
}

export const teams: Team[] = [
  { id: '1', name: { zhCn: '售前', en: 'Pre-sales' }, version: 1 },
  { id: '2', name: { zhCn: '售后', en: 'After-sales' }, version: 1 },
]

export const agents: Agent[] = [
  agent('1', 'admin', '管理员', 'ADMINISTRATOR', []),
  agent('2', 'supervisor', '周琳', 'SUPERVISOR', ['1', '2']),
  { ...agent('3', 'agent1', '张敏', 'AGENT', ['2']), skills: [{ skill: '退换货', level: 4 }, { skill: 'English', level: 3 }] },
  { ...agent('4', 'agent2', '李强', 'AGENT', ['2']), skills: [{ skill: '物流', level: 5 }] },
  { ...agent('5', 'agent3', 'Emma Clarke', 'AGENT', ['1']), skills: [{ skill: 'English', level: 5 }] },
  { ...agent('6', 'agent4', '陈思远', 'AGENT', ['1']), skills: [{ skill: '商品', level: 4 }] },
  { ...agent('7', 'agent5', 'Noah Fischer', 'AGENT', ['1', '2']), active: false },
]

export const presences: PresenceState[] = agents.map(({ id, capacity }, index) => ({
  agent: id,
  presence: (['OFFLINE', 'ONLINE', 'ONLINE', 'BUSY', 'AWAY', 'ONLINE', 'OFFLINE'] as const)[index] ?? 'OFFLINE',
  reason: index === 3 ? '培训' : index === 4 ? 'Lunch' : null,
  since: ago(25 + index * 7),
  load: index === 2 ? 4 : index % 3,
  capacity,
}))

const names: [string, string][] = [
  ['林晓梅', 'zh-CN'],
  ['Daniel Weber', 'en'],
  ['王建国', 'zh-CN'],
  ['访客 8F2C', 'zh-CN'],
  ['Amélie Laurent', 'en'],
  ['陈思远', 'zh-CN'],
  ['Olivia Hartmann-Szczepański', 'en'],
  ['访客 1A90', 'zh-CN'],
  ['赵雅琪', 'zh-CN'],
]

export const visitors: Visitor[] = names.map(([name, language], index) => ({
  id: String(index + 1),
  customer: index % 4 === 3 ? null : String(index + 1),
  name,
  language,
  source: {
    landingPage: 'https://shop.example/products/kettle-2?ref=home',
    referrer: index % 2 ? 'https://www.bing.com/search?q=travel+kettle' : 'https://www.baidu.com/s?wd=旅行电热水壶',
    engine: index % 2 ? 'bing' : 'baidu',
    keyword: index % 2 ? 'travel kettle' : '旅行电热水壶',
    utm: (index % 3 ? {} : { source: 'newsletter', campaign: 'double-eleven' }) as Record<string, string>,
  },
  current: { url: 'https://shop.example/orders/20261120-88731', title: language === 'en' ? 'Order 20261120-88731' : '订单 20261120-88731', at: ago(2) },
  userAgent: 'Mozilla/5.0',
  firstSeen: ago(60 * 24 * 40 + index),
  lastSeen: ago(1),
}))

export const customers: Customer[] = visitors.map(({ id, name }, index) => ({
  id,
  details: {
    name,
    email: index % 2 ? 'd.weber@example.com' : 'xm.lin@example.com',
    phone: index % 2 ? null : '138****6620',
    company: index % 2 ? 'Weber Interior' : '杭州青禾贸易',
    region: index % 2 ? 'Hamburg' : '浙江 杭州',
    tags: index % 2 ? ['VIP'] : ['复购', '物流敏感'],
    attributes: {},
  },
  createdAt: ago(60 * 24 * 40),
  version: 1,
}))

export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString()
}

function agent(id: string, login: string, name: string, role: Agent['role'], teams: string[] = []): Agent {
  return { id, login, name, role, teams, skills: [], capacity: role === 'ADMINISTRATOR' ? 0 : 5, active: true, version: 1 }
}
