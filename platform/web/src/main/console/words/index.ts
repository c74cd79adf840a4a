import { createI18n } from 'vue-i18n'
import { watch } from 'vue'
import { preferences, type Language } from '@/preferences/preferences'
import type { Words } from '@/api/types'
import { en } from './en'
import { zhCn } from './zh-cn'

export const i18n = createI18n({
  legacy: false,
  locale: preferences.language,
  fallbackLocale: 'en',
  messages: { 'zh-CN': zhCn, en },
})

watch(
  () => preferences.language,
  (language) => (i18n.global.locale.value = language),
)

/** A text that the server holds in both languages. */
export function inLanguage(words: Words, language: Language = preferences.language): string {
  return language === 'zh-CN' ? words.zhCn : words.en
}
