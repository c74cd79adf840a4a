/** Colours that go with the shop's own, so that every text can be read. */

type Rgb = readonly [number, number, number]

const DEFAULT: Rgb = [0x24, 0x63, 0xd6]
const WHITE: Rgb = [255, 255, 255]
const INK: Rgb = [0x14, 0x1c, 0x2b]
const PAPER: Rgb = [0xf4, 0xf6, 0xfa]

/** What WCAG asks for text of normal size. */
const READABLE = 4.5

export interface Palette {
  readonly accent: string
  readonly accentHover: string
  /** Text on the accent. */
  readonly onAccent: string
  /** The accent as a text on white or nearly white. */
  readonly accentText: string
}

/** The colours that follow from `#rgb` or `#rrggbb`; the usual blue from anything else. */
export function palette(wanted: string | null): Palette {
  const accent = parse(wanted ?? '') ?? DEFAULT
  const onWhite = contrast(accent, WHITE)
  const onAccent = onWhite >= READABLE || onWhite > contrast(accent, INK) ? WHITE : INK
  let text = accent
  while (contrast(text, PAPER) < READABLE) {
    text = darker(text, 0.92)
  }
  return {
    accent: css(onAccent === WHITE ? readableUnder(accent) : accent),
    accentHover: css(darker(onAccent === WHITE ? readableUnder(accent) : accent, 0.88)),
    onAccent: css(onAccent),
    accentText: css(text),
  }
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export function parse(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  const parts = short?.slice(1).map((part) => part + part) ?? long?.slice(1)
  return parts ? (parts.map((part) => parseInt(part, 16)) as unknown as Rgb) : null
}

function readableUnder(accent: Rgb): Rgb {
  let colour = accent
  while (contrast(colour, WHITE) < READABLE) {
    colour = darker(colour, 0.96)
  }
  return colour
}

function darker([red, green, blue]: Rgb, share: number): Rgb {
  return [red * share, green * share, blue * share].map(Math.floor) as unknown as Rgb
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`
}
