import { calendars } from './en/calendars'
import { conversations } from './en/conversations'
import { endings } from './en/endings'
import { routing } from './en/routing'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { trials } from './en/trials'

export const en = { ...shell, ...conversations, ...calendars, ...settings, ...routing, ...trials, ...endings }
