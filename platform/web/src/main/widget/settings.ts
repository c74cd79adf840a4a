import type { Wishes } from './sender'
import { type Language, languageOf } from './words'

/** What the page says about its widget, in `data-…` attributes of the script element. */
export interface Settings extends Wishes {
  /** Where the server is; the widget's script lies there. */
  readonly base: URL
  readonly color: string | null
  readonly side: 'left' | 'right'
  readonly title: string
  readonly greeting: string
  language(): Language
}

export function settingsOf(script: HTMLScriptElement): Settings {
  const { team, entryPoint, category, language, color, position, title, greeting } = script.dataset
  return {
    base: new URL('.', script.src),
    team: team || null,
    entryPoint: entryPoint || null,
    category: category || null,
    color: color ?? null,
    side: position?.includes('left') ? 'left' : 'right',
    title: title ?? '',
    greeting: greeting ?? '',
    language: () => languageOf(language || document.documentElement.lang || navigator.language),
  }
}
