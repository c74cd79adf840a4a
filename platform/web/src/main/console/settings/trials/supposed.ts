/** What is typed about a visitor who might come. */
export interface Supposed {
  entryPoint: string
  channel: string
  language: string
  landingPage: string
  currentPage: string
  referrer: string
  keyword: string
  campaign: string
  category: string
  customer: string
  region: string
  cart: string
  orders: string
  level: string
  tags: string
  lastAgent: string
  at: string
  waited: string
}

export function nobody(entryPoint: string): Supposed {
  return {
    entryPoint, channel: 'web', language: 'zh-CN', landingPage: '', currentPage: '', referrer: '', keyword: '', campaign: '',
    category: '', customer: '', region: '', cart: '', orders: '', level: '', tags: '', lastAgent: '', at: '', waited: '',
  }
}

/** What the server is asked: what is empty is left out. */
export function asked(form: Supposed, strategies: string[] | null): Record<string, unknown> {
  const { campaign, cart, orders, tags, at, waited, ...texts } = form
  const all: Record<string, unknown> = {
    ...texts,
    utm: campaign.trim() ? { campaign: campaign.trim() } : '',
    cart: number(cart),
    orders: number(orders),
    tags: words(tags),
    at: at ? new Date(at).toISOString() : '',
    waitedSeconds: number(waited),
    strategies,
  }
  return Object.fromEntries(
    Object.entries(all)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== '' && value !== null),
  )
}

function number(text: string) {
  return text.trim() === '' ? null : Number(text)
}

function words(text: string) {
  const list = text.split(/[,，]/).map((word) => word.trim()).filter(Boolean)
  return list.length ? list : null
}
