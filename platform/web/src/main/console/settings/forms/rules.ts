/** The rules of the source strategy, as the setting holds them. */
export interface Condition {
  fact: string
  operator: string
  value: string
}

export interface Rule {
  name: string
  all: Condition[]
  any: Condition[]
  team: string
  priority: number | null
  skills: { skill: string; level: number }[]
}

export const facts = [
  'channel', 'entry-point', 'landing-page', 'current-page', 'referrer', 'engine', 'keyword',
  'utm-source', 'utm-medium', 'utm-campaign', 'utm-term', 'utm-content', 'region', 'language',
  'category', 'cart', 'orders', 'level', 'tag',
] as const

export const operators = ['is', 'is-not', 'contains', 'starts', 'matches', 'gt', 'lt', 'one-of'] as const

export function emptyRule(): Rule {
  return { name: '', all: [{ fact: 'level', operator: 'is', value: '' }], any: [], team: '', priority: null, skills: [] }
}

/** Reads the setting; empty where it is none of ours, so that it can be written anew. */
export function readRules(setting: string): Rule[] {
  try {
    const read: unknown = JSON.parse(setting || '[]')
    return Array.isArray(read) ? read.map((one) => ({ ...emptyRule(), all: [], ...(one as Partial<Rule>) })) : []
  } catch {
    return []
  }
}

/** Leaves out what a rule does not decide. */
export function writeRules(rules: readonly Rule[]): string {
  return JSON.stringify(
    rules.map(({ name, all, any, team, priority, skills }) => ({
      name,
      ...(all.length ? { all } : {}),
      ...(any.length ? { any } : {}),
      ...(team ? { team } : {}),
      ...(priority === null ? {} : { priority }),
      ...(skills.length ? { skills } : {}),
    })),
  )
}
