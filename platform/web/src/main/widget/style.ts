import { palette } from './colour'
import sheet from './widget.css?inline'

/** The widget's style, as sheets that a strict content policy allows. */
export function styleSheets(settings: { readonly color: string | null }): CSSStyleSheet[] {
  const { accent, accentHover, onAccent, accentText } = palette(settings.color)
  const colours = `.root{--accent:${accent};--hover:${accentHover};--on:${onAccent};--text:${accentText}}`
  return [sheet, colours].map((text) => {
    const made = new CSSStyleSheet()
    made.replaceSync(text)
    return made
  })
}
