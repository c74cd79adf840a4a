import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PresenceKind } from '@/api/types'
import { useDesk } from '@/live/use-desk'
import { preferences } from '@/preferences/preferences'
import { isDark } from '@/preferences/theme'
import { signOut } from '@/session/session'
import { useAreas, useSettings } from './areas'

export interface PaletteCommand {
  key: string
  name: string
  group: string
  path?: string
  act?: () => void
}

/** Everywhere one can go and everything one can do from anywhere. */
export function useCommands() {
  const { t } = useI18n()
  const desk = useDesk()
  const areas = useAreas()
  const settings = useSettings()

  const places = computed<PaletteCommand[]>(() =>
    [...areas.value, ...settings.value].map(({ key, name, path }) => ({
      key: `go-${key}`,
      name,
      group: t('palette.areas'),
      path,
    })),
  )

  const conversations = computed<PaletteCommand[]>(() => {
    const queued = desk.world.queue.flatMap((id) => desk.world.conversations[id] ?? [])
    return [...desk.mine.value, ...queued].map(({ id, visitorName, last }) => ({
      key: `conversation-${id}`,
      name: last ? `${visitorName} · ${last.text}` : visitorName,
      group: t('palette.conversations'),
      path: `/conversations/${id}`,
    }))
  })

  const actions = computed<PaletteCommand[]>(() => {
    const group = t('palette.actions')
    const kinds: PresenceKind[] = ['ONLINE', 'BUSY', 'AWAY', 'OFFLINE']
    return [
      ...kinds.map((kind) => ({
        key: `presence-${kind}`,
        name: t('palette.presence', { presence: t(`presence.${kind}`) }),
        group,
        act: () => void desk.setPresence(kind).catch(() => undefined),
      })),
      { key: 'theme', name: t('palette.theme'), group, act: switchTheme },
      { key: 'language', name: t('palette.language'), group, act: switchLanguage },
      { key: 'sound', name: t('palette.sound'), group, act: () => (preferences.sound = !preferences.sound) },
      { key: 'sign-out', name: t('account.signOut'), group, act: () => void signOut() },
    ]
  })

  return computed(() => [...conversations.value, ...places.value, ...actions.value])
}

function switchTheme() {
  preferences.theme = isDark.value ? 'light' : 'dark'
}

function switchLanguage() {
  preferences.language = preferences.language === 'en' ? 'zh-CN' : 'en'
}
