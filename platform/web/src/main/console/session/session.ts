import { reactive } from 'vue'
import { http, Problem } from '@/api/http'
import type { Agent, Session } from '@/api/types'

export type Permission =
  | 'conversation.answer'
  | 'conversation.read-all'
  | 'conversation.manage'
  | 'conversation.set-up'
  | 'customer.read'
  | 'staff.read'
  | 'staff.manage'
  | 'routing.manage'
  | 'calendar.manage'
  | 'bundle.manage'
  | 'message.manage'
  | 'health.read'

interface State {
  /** Unknown until the server was asked once. */
  phase: 'unknown' | 'out' | 'in' | 'expired'
  agent: Agent | null
  permissions: string[]
}

/** Who is signed in. When a session ends, the work stays on the screen behind a sign-in overlay. */
export const session = reactive<State>({ phase: 'unknown', agent: null, permissions: [] })

let renewed: { promise: Promise<void>; done: () => void } | null = null

export function may(permission: Permission) {
  return session.permissions.includes(permission)
}

export async function restoreSession() {
  try {
    take((await http.ask<Session>('GET', '/session', { renew: false })).data)
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status !== 401) throw failure
    session.phase = 'out'
  }
}

export async function signIn(login: string, password: string) {
  const body = { login: login.trim(), password }
  const before = session.agent?.id
  const { data } = await http.ask<Session>('POST', '/session', { body, renew: false })
  if (before && before !== data.agent.id) return window.location.assign('/console/')
  take(data)
}

export async function signOut() {
  await http.delete('/session')
  session.phase = 'out'
  session.agent = null
  session.permissions = []
  http.csrf = null
}

/** The session has ended; settles when the person has signed in again. */
export function expired(): Promise<void> {
  if (session.phase === 'in') session.phase = 'expired'
  if (!renewed) {
    let done = () => {}
    const promise = new Promise<void>((resolve) => (done = resolve))
    renewed = { promise, done }
  }
  return renewed.promise
}

http.renewSession = expired

function take({ agent, permissions, csrf }: Session) {
  http.csrf = csrf
  Object.assign(session, { phase: 'in', agent, permissions })
  renewed?.done()
  renewed = null
}
