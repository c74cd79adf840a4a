import { ChatDotRound, Grid, Setting } from '@element-plus/icons-vue'
import { computed, type Component } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePanels } from '@/panels/panels'
import { may, type Permission } from '@/session/session'
import { inLanguage } from '@/words'

export interface Area {
  key: string
  name: string
  path: string
  icon: Component
}

interface SettingsArea {
  key: 'plugins' | 'health' | 'routing' | 'trials' | 'calendars' | 'endings' | 'categories' | 'members' | 'words' | 'replies'
  needs: Permission
}

export const settingsAreas: SettingsArea[] = [
  { key: 'members', needs: 'staff.read' },
  { key: 'routing', needs: 'routing.manage' },
  { key: 'trials', needs: 'conversation.read-all' },
  { key: 'calendars', needs: 'calendar.manage' },
  { key: 'endings', needs: 'conversation.set-up' },
  { key: 'categories', needs: 'conversation.set-up' },
  { key: 'replies', needs: 'staff.read' },
  { key: 'words', needs: 'message.manage' },
  { key: 'plugins', needs: 'bundle.manage' },
  { key: 'health', needs: 'health.read' },
]

/** The areas of the rail, those of plugins last. */
export function useAreas() {
  const { t } = useI18n()
  const panels = usePanels()
  return computed<Area[]>(() => [
    { key: 'conversations', name: t('areas.conversations'), path: '/conversations', icon: ChatDotRound },
    { key: 'settings', name: t('areas.settings'), path: '/settings', icon: Setting },
    ...panels.of('RAIL').map(({ id, title }) => ({
      key: id,
      name: inLanguage(title),
      path: `/area/${id}`,
      icon: Grid,
    })),
  ])
}

/** The pages of the settings that this person may open, those of plugins last. */
export function useSettings() {
  const { t } = useI18n()
  const panels = usePanels()
  return computed(() => [
    ...settingsAreas
      .filter(({ needs }) => may(needs))
      .map(({ key }) => ({ key: key as string, name: t(`settings.${key}`), path: `/settings/${key}` })),
    ...panels.of('SETTINGS_PAGE').map(({ id, title }) => ({
      key: id,
      name: inLanguage(title),
      path: `/settings/panel/${id}`,
    })),
  ])
}
