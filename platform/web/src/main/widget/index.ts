import type { Card } from './protocol'
import { settingsOf } from './settings'
import { Widget } from './widget'
import { browserWorld } from './world'

declare global {
  interface Window {
    /** What a page may do with its widget. */
    Hotdesk?: { open(): void; close(): void; card(card: Card): void }
  }
}

const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="widget.js"]')

if (script && !window.Hotdesk) {
  const settings = settingsOf(script)
  const widget = new Widget(browserWorld(settings.base, settings.language), settings)
  window.Hotdesk = Object.freeze({
    open: () => widget.show(),
    close: () => widget.hide(),
    card: (card: Card) => widget.card(card),
  })
  if (document.body) {
    widget.start()
  } else {
    document.addEventListener('DOMContentLoaded', () => widget.start())
  }
}
