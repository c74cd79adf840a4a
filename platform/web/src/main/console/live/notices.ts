import { i18n } from '@/words'
import { preferences } from '@/preferences/preferences'
import { router } from '@/router'
import type { Call } from './attention'

/** Whether this browser can show notifications and nobody has decided yet. */
export function canAskForNotices() {
  return (
    preferences.notifications === 'ask' &&
    'Notification' in window &&
    Notification.permission === 'default'
  )
}

export function noticesAreOn() {
  return (
    preferences.notifications === 'on' &&
    'Notification' in window &&
    Notification.permission === 'granted'
  )
}

/** Asks the browser; called on a click alone. */
export async function askForNotices() {
  if (!('Notification' in window)) return
  const answer = await Notification.requestPermission()
  preferences.notifications = answer === 'granted' ? 'on' : 'off'
}

export function notify(call: Call) {
  if (!noticesAreOn()) return
  const { t } = i18n.global
  const { conversation } = call
  const title =
    call.kind === 'assigned'
      ? t('notice.assigned', { name: conversation.visitorName })
      : conversation.visitorName
  const body = call.kind === 'assigned' ? (conversation.last?.text ?? '') : call.text
  const shown = new Notification(title, { body, tag: `hotdesk-${conversation.id}` })
  shown.onclick = () => {
    window.focus()
    void router.push(`/conversations/${conversation.id}`)
    shown.close()
  }
}
