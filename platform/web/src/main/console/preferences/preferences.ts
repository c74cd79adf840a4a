import { reactive, watch } from 'vue'

export type Language = 'zh-CN' | 'en'
export type Theme = 'system' | 'light' | 'dark'

/** What a person chose for this browser; kept here, and the same in all its windows. */
export interface Preferences {
  language: Language
  theme: Theme
  sound: boolean
  notifications: 'ask' | 'on' | 'off'
  sidePanel: boolean
  presenceReasons: string[]
  categories: string[]
}

const KEY = 'hotdesk.preferences'

export const preferences = reactive<Preferences>({ ...defaults(), ...stored() })

watch(preferences, (now) => {
  const text = JSON.stringify(now)
  if (localStorage.getItem(KEY) !== text) localStorage.setItem(KEY, text)
})

window.addEventListener('storage', ({ key }) => {
  if (key === KEY) Object.assign(preferences, stored())
})

function defaults(): Preferences {
  return {
    language: navigator.language.startsWith('zh') ? 'zh-CN' : 'en',
    theme: 'system',
    sound: true,
    notifications: 'ask',
    sidePanel: true,
    presenceReasons: [],
    categories: [],
  }
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
  } catch {
    return {}
  }
}

/** Puts a text that was just used to the front of a short list of recent ones. */
export function remember(list: string[], text: string, most = 8): string[] {
  return [text, ...list.filter((known) => known !== text)].slice(0, most)
}
