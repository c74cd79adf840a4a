import { shallowRef, watch } from 'vue'
import { preferences } from '@/preferences/preferences'
import { session } from '@/session/session'
import { ring, unlockBell } from './bell'
import { Desk } from './desk'
import { notify } from './notices'

const current = shallowRef<Desk | null>(null)

/** The desk of who is signed in; only what is shown while somebody is may ask. */
export function useDesk(): Desk {
  if (!current.value) throw new Error('Nobody is signed in.')
  return current.value
}

export const desk = current

/** Opens the desk when somebody signs in, and closes it when they leave. */
export function followSession() {
  watch(
    () => session.agent?.id,
    (agent) => {
      current.value?.stop()
      current.value = agent ? open(agent) : null
    },
    { immediate: true, flush: 'sync' },
  )
  window.addEventListener('online', () => current.value?.online())
  window.addEventListener('offline', () => current.value?.offline())
  window.addEventListener('focus', () => current.value?.windows.comeToFront())
  window.addEventListener('pagehide', () => current.value?.windows.leave())
  window.addEventListener('pageshow', () => current.value?.windows.beat())
  for (const act of ['pointerdown', 'keydown'] as const)
    window.addEventListener(act, () => preferences.sound && unlockBell(), { passive: true })
}

function open(agent: string): Desk {
  const opened = new Desk(agent)
  opened.onCall((call) => {
    const hidden = document.visibilityState === 'hidden' || !document.hasFocus()
    if (call.kind === 'message' && !hidden) return
    if (preferences.sound) ring(call.kind)
    if (hidden) notify(call)
  })
  opened.start()
  if (document.hasFocus()) opened.windows.comeToFront()
  return opened
}
