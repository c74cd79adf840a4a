import type { CalendarDetails, Hours } from '@/api/types'

/** Days and hours of a business calendar, as they are edited. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
export type Weekday = (typeof weekdays)[number]

const DAY_MS = 86_400_000
const SHOWN_DAYS = 42

/** The hours until midnight are written as such. */
export function hoursText({ from, to }: Hours): string {
  return `${from}–${to === '00:00' ? '24:00' : to}`
}

export function isOvernight({ from, to }: Hours): boolean {
  return to !== '00:00' && to <= from
}

/** A day as the server writes it, reckoned in UTC so that no clock change skips one. */
export function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

export function plusDays(day: string, days: number): string {
  return iso(Date.parse(day) + days * DAY_MS)
}

/** The same day of another month, or its last. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** The six weeks, from Monday on, that show a month. */
export function shownDays(month: string): { from: string; to: string } {
  const first = Date.parse(`${month.slice(0, 7)}-01`)
  const before = (new Date(first).getUTCDay() + 6) % 7
  const from = iso(first - before * DAY_MS)
  return { from, to: plusDays(from, SHOWN_DAYS - 1) }
}

/** What a new calendar begins with. */
export function newDetails(name: string, zone: string): CalendarDetails {
  const day = () => [{ from: '09:00', to: '18:00' }]
  return {
    name,
    zone,
    week: Object.fromEntries(weekdays.slice(0, 5).map((weekday) => [weekday, day()])),
    country: null,
    adjustedAs: 'MONDAY',
    days: [],
  }
}
