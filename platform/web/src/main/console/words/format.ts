import { computed } from 'vue'
import { preferences } from '@/preferences/preferences'

const formats = computed(() => {
  const language = preferences.language
  return {
    time: new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }),
    day: new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', weekday: 'short' }),
    shortDay: new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric' }),
    full: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hour12: false }),
    count: new Intl.NumberFormat(language),
    relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
  }
})

export const time = (at: string | number) => formats.value.time.format(new Date(at))
export const moment = (at: string | number) => formats.value.full.format(new Date(at))
export const count = (number: number) => formats.value.count.format(number)

const DAY_MS = 86_400_000

/** Today, yesterday, or the date. */
export function day(at: string, now: number = Date.now()): string {
  const days = Math.round((midnight(new Date(at)) - midnight(new Date(now))) / DAY_MS)
  if (days === 0 || days === -1) return capital(formats.value.relative.format(days, 'day'))
  return formats.value.day.format(new Date(at))
}

/** The time for today, the date before that: for lists. */
export function timeOrDay(at: string, now: number): string {
  const today = midnight(new Date(at)) === midnight(new Date(now))
  return today ? time(at) : formats.value.shortDay.format(new Date(at))
}

/** Minutes and seconds, with hours when there are any. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, '0'))
  const hours = Math.floor(seconds / 3600)
  return (hours ? [String(hours), ...parts] : parts).join(':')
}

/** The size of a file, in KB or MB. */
export function bytes(size: number): string {
  const large = size >= 1 << 20
  const shown = large ? size / (1 << 20) : Math.max(1, size / 1024)
  return `${shown.toFixed(large && shown < 10 ? 1 : 0)} ${large ? 'MB' : 'KB'}`
}

function midnight(date: Date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function capital(text: string) {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
