import { computed, ref, watchEffect } from 'vue'
import { preferences } from './preferences'

const system = window.matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = ref(system.matches)
system.addEventListener('change', ({ matches }) => (systemIsDark.value = matches))

export const isDark = computed(() =>
  preferences.theme === 'system' ? systemIsDark.value : preferences.theme === 'dark',
)

/** Keeps the page in the chosen colours and language. */
export function followPreferences() {
  watchEffect(() => {
    document.documentElement.classList.toggle('dark', isDark.value)
    document.documentElement.lang = preferences.language
  })
}
