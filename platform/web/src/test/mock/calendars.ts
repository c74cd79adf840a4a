import type { Calendar, CalendarDay, CalendarDays, CalendarDetails, TeamCalendar } from '@/api/types'

/** Calendars of the stand-in server, and a simple idea of what they make of days. */
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']
const DAY_MS = 86_400_000

const work = Object.fromEntries(WEEKDAYS.slice(1, 6).map((day) => [day, [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }]]))
const night = Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '22:00', to: '06:00' }]]))

export const calendars: Calendar[] = [
  {
    id: '1', name: '工作时间 Office', zone: 'Asia/Shanghai', week: work, country: 'CN', adjustedAs: 'MONDAY', withoutNotice: [2027], version: 3,
    days: [{ day: thisMonth(5), name: '年会', hoursOf: null }, { day: thisMonth(13), name: '补班', hoursOf: 'FRIDAY' }],
  },
  { id: '2', name: '夜班 Night shift', zone: 'Asia/Shanghai', week: night, country: null, adjustedAs: 'MONDAY', withoutNotice: [], version: 1, days: [] },
]

export const countries = [
  { code: 'CN', name: { zhCn: '中国大陆', en: 'China (mainland)' } },
  { code: 'DE', name: { zhCn: '德国', en: 'Germany' } },
]

export const teamCalendars: TeamCalendar[] = ['1', '2'].map((team) => ({ team, calendar: null, version: 0 }))

export function days(details: CalendarDetails, from: string, to: string): CalendarDays {
  const all: CalendarDay[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) all.push(dayOf(details, new Date(at)))
  return { days: all, withoutNotice: details.country === 'CN' && to > '2027' ? [2027] : [] }
}

function dayOf(details: CalendarDetails, date: Date): CalendarDay {
  const day = date.toISOString().slice(0, 10)
  const own = details.days.find((each) => each.day === day)
  const hours = details.week[own?.hoursOf ?? (own ? '' : WEEKDAYS[date.getUTCDay()] ?? '')] ?? []
  const usual = hours.length ? 'WORKING' : 'CLOSED'
  const kind = own ? (own.hoursOf ? 'ADJUSTED' : 'HOLIDAY') : usual
  return { day, kind, name: own ? { zhCn: own.name, en: own.name } : null, hours }
}

function thisMonth(day: number) {
  return `${new Date().toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`
}
