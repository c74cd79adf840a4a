import type { CalendarDetails, EntryPoint } from '@/api/types'
import { calendars, countries, days, teamCalendars } from './calendars.ts'
import { settingsForms } from './settings.ts'
import { conversations, decisions, messages } from './chats.ts'
import type { Live } from './live.ts'
import { bundles, extensions, health, panels, report, strategies } from './machine.ts'
import { differences, dryRun, replays, shadow } from './trials.ts'
import { ago, agents, customers, permissions, presences, teams, visitors } from './people.ts'

interface Request {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
  agent: string | null
  ifMatch: string | undefined
}

interface Answer {
  status: number
  data?: unknown
  etag?: string
  cookie?: string
}

type Handler = (request: Request, live: Live, id: string) => Answer

const entryPoints = new Map<string, EntryPoint[]>(
  teams.map(({ id, name }) => [
    `team-${id}`,
    [3, 2, 1].map((revision) => ({
      key: `team-${id}`,
      details: { name, team: id, strategies: ['returning', 'load', 'round-robin'].slice(3 - revision) },
      revision,
      changedBy: '管理员',
      changedAt: ago(60 * (20 - revision * 5)),
    })),
  ]),
)

const routes: [string, RegExp, Handler][] = [
  ['POST', /^\/session$/, ({ body }) => signIn(body)],
  ['GET', /^\/session$/, ({ agent }) => (agent ? ok(sessionOf(agent)) : problem(401, 'not-signed-in', 'Nobody is signed in.'))],
  ['DELETE', /^\/session$/, () => ({ status: 204, cookie: '' })],
  ['GET', /^\/agents$/, () => list(agents)],
  ['GET', /^\/presences$/, () => list(presences)],
  ['GET', /^\/teams$/, () => list(teams)],
  ['GET', /^\/calendars$/, () => list(calendars)],
  ['POST', /^\/calendars\/preview$/, ({ body, query }) => ok(days(body as CalendarDetails, query.get('from') ?? '', query.get('to') ?? ''))],
  ['GET', /^\/calendars\/(\d+)$/, (_, __, id) => found(calendars.find((one) => one.id === id))],
  ['PUT', /^\/calendars\/(\d+)$/, (request, _, id) => changeCalendar(request, id)],
  ['GET', /^\/holiday-countries$/, () => list(countries)],
  ['GET', /^\/holiday-countries\/\w+\/parts$/, () => list([])],
  ['GET', /^\/teams\/(\d+)\/calendar$/, (_, __, id) => found(teamCalendars.find(({ team }) => team === id))],
  ['GET', /^\/teams\/(\d+)\/routing-plan$/, (_, __, id) => ok(newest(`team-${id}`)?.details)],
  ['GET', /^\/entry-points$/, () => list([...entryPoints.keys()].map(newest))],
  ['GET', /^\/entry-points\/([a-z0-9-]+)$/, (_, __, key) => entryPoint(key)],
  ['PUT', /^\/entry-points\/([a-z0-9-]+)$/, (request, _, key) => changeEntryPoint(request, key)],
  ['DELETE', /^\/entry-points\/([a-z0-9-]+)$/, (_, __, key) => (entryPoints.delete(key), { status: 204 })],
  ['GET', /^\/entry-points\/([a-z0-9-]+)\/history$/, (_, __, key) => list(entryPoints.get(key) ?? [])],
  ['GET', /^\/settings$/, () => list(settingsForms)],
  ['GET', /^\/settings\/([\w.]+)$/, (_, __, pid) => found(settingsForms.find((form) => form.pid === pid))],
  ['POST', /^\/routing-dry-runs$/, () => ok(dryRun())],
  ['GET', /^\/routing-shadows\/([a-z0-9-]+)$/, (_, __, key) => found(key === shadow.entryPoint ? shadow : undefined)],
  ['GET', /^\/routing-shadows\/[a-z0-9-]+\/differences$/, () => list(differences)],
  ['GET', /^\/routing-replays$/, () => list(replays)],
  ['GET', /^\/routing-replays\/(\d+)$/, (_, __, id) => found(replays.find((one) => one.id === id))],
  ['GET', /^\/routing-strategies$/, () => list(strategies)],
  ['GET', /^\/visitors\/(\d+)$/, (_, __, id) => found(visitors.find((one) => one.id === id))],
  ['GET', /^\/visitors\/(\d+)\/pages$/, () => list(visitors.slice(0, 4).map((one, i) => ({ ...one.current, at: ago(i * 3 + 2) })))],
  ['GET', /^\/visitors\/(\d+)\/conversations$/, (_, __, id) => list(conversations.filter(({ visitor }) => visitor === id))],
  ['GET', /^\/customers\/(\d+)$/, (_, __, id) => found(customers.find((one) => one.id === id))],
  ['GET', /^\/conversations$/, ({ query }) => list(conversations.filter(({ state }) => query.get('state')?.split(',').includes(state)))],
  ['GET', /^\/conversations\/(\d+)$/, (_, __, id) => found(conversations.find((one) => one.id === id))],
  ['GET', /^\/conversations\/(\d+)\/messages$/, ({ query }, _, id) => lines(id, query)],
  ['GET', /^\/conversations\/(\d+)\/decisions$/, (_, __, id) => list(decisions(id))],
  ['POST', /^\/conversations\/(\d+)\/close$/, ({ body }, live, id) => close(id, body, live)],
  ['POST', /^\/mock\/assign\/(\d+)$/, (_, live, id) => (live.assign(id, '3'), { status: 204 })],
  ['GET', /^\/bundles$/, () => list(bundles)],
  ['POST', /^\/bundles\/check$/, () => ok(report)],
  ['POST', /^\/bundles$/, () => ok(bundles[0])],
  ['GET', /^\/health$/, () => ok({ ready: true, items: health, next: null })],
  ['GET', /^\/extensions$/, () => list(extensions)],
  ['GET', /^\/panels$/, () => list(panels)],
]

export function answer(request: Request, live: Live): Answer {
  if (!request.agent && request.path !== '/session') return problem(401, 'not-signed-in', 'Nobody is signed in.')
  for (const [method, pattern, handle] of routes) {
    const match = pattern.exec(request.path)
    if (match && method === request.method) return handle(request, live, match[1] ?? '')
  }
  return request.method === 'GET' ? problem(404, 'not-found', 'There is nothing here.') : { status: 204 }
}

function signIn({ login, password }: Record<string, unknown>): Answer {
  const agent = agents.find((one) => one.login === login)
  if (password === 'often') return problem(429, 'too-many-attempts', 'Too many attempts.')
  if (!agent || password === 'wrong') return problem(401, 'sign-in-failed', 'Wrong account or password.')
  return { ...ok(sessionOf(agent.id)), status: 201, cookie: agent.id }
}

function sessionOf(id: string) {
  const agent = agents.find((one) => one.id === id)
  return { agent, permissions: permissions[agent?.role ?? 'AGENT'], csrf: 'mock', expires: ago(-600) }
}

function lines(id: string, query: URLSearchParams): Answer {
  const all = messages.get(id) ?? []
  const limit = Number(query.get('limit') ?? 50)
  const before = query.get('before')
  if (before) return list(all.filter(({ seq }) => seq < Number(before)).slice(-limit))
  return list(all.filter(({ seq }) => seq > Number(query.get('after') ?? 0)).slice(0, limit))
}

function close(id: string, body: Record<string, unknown>, live: Live): Answer {
  const conversation = conversations.find((one) => one.id === id)
  if (conversation) live.close(conversation, (body.category as string | null) ?? null)
  return found(conversation)
}

function newest(key: string): EntryPoint | undefined {
  return entryPoints.get(key)?.[0]
}

function entryPoint(key: string): Answer {
  const known = newest(key)
  return { ...found(known), etag: `"${known?.revision}"` }
}

function changeEntryPoint({ body, ifMatch }: Request, key: string): Answer {
  const revision = newest(key)?.revision ?? 0
  if (ifMatch !== `"${revision}"`) return problem(412, 'entry-point-changed', 'Somebody changed it.')
  const details = body as unknown as EntryPoint['details']
  const next = { key, details, revision: revision + 1, changedBy: '管理员', changedAt: ago(0) }
  entryPoints.set(key, [next, ...(entryPoints.get(key) ?? [])])
  return entryPoint(key)
}

function changeCalendar({ body, ifMatch }: Request, id: string): Answer {
  const known = calendars.find((one) => one.id === id)
  if (!known) return problem(404, 'calendar-not-found', 'There is no such calendar.')
  if (ifMatch !== `"${known.version}"`) return problem(412, 'calendar-changed', 'Somebody changed it.')
  return ok(Object.assign(known, body, { version: known.version + 1 }))
}

function list(items: unknown[]): Answer {
  return ok({ items, next: null })
}

function found(data: unknown): Answer {
  return data ? ok(data) : problem(404, 'not-found', 'There is nothing here.')
}

function ok(data: unknown): Answer {
  return { status: 200, data }
}

function problem(status: number, code: string, detail: string): Answer {
  return { status, data: { type: `/problems/${code}`, title: detail, status, detail, code } }
}
