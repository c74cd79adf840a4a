/** The ordered chain of strategies of a team, as it is edited. */
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
