/** A row of numbers in a chart, one for each place on the axis. */
export interface Series {
  name: string
  colour: string
  values: number[]
}

/** The least round number that nothing exceeds: 1, 2 or 5 times a power of ten. */
export function ceiling(most: number): number {
  if (most <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find((times) => times * power >= most) ?? 10
  return step * power
}

/** The places of a line in a box; nought is at its foot. */
export function line(values: readonly number[], top: number, width: number, height: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values.map((value, index) => `${round(index * step)},${round(height - (value / top) * height)}`).join(' ')
}

function round(number: number) {
  return Math.round(number * 10) / 10
}

/** A table as CSV; a cell that a spreadsheet would reckon with is marked as text. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n')
}

function cell(value: string | number) {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
