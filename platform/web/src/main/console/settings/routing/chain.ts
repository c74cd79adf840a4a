/** The ordered chain of strategies of an entry point, as it is edited. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const result = [...list]
  const [taken] = result.splice(from, 1)
  if (taken === undefined) return result
  result.splice(Math.min(Math.max(to, 0), result.length), 0, taken)
  return result
}

export function same(a: readonly string[], b: readonly string[]) {
  return a.length === b.length && a.every((name, index) => name === b[index])
}

/** Where the dragged row would be dropped: before the row in whose upper half the pointer is. */
export function dropIndex(rows: readonly { top: number; height: number }[], y: number): number {
  const below = rows.findIndex(({ top, height }) => y < top + height / 2)
  return below < 0 ? rows.length : below
}

/** What became of a chain: who came, who went, and whether those who stayed changed places. */
export function difference(before: readonly string[], now: readonly string[]) {
  const stayed = (list: readonly string[], other: readonly string[]) => list.filter((name) => other.includes(name))
  return {
    added: now.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !now.includes(name)),
    reordered: !same(stayed(before, now), stayed(now, before)),
  }
}
