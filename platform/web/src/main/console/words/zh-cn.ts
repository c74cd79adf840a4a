import { calendars } from './zh-cn/calendars'
import { conversations } from './zh-cn/conversations'
import { endings } from './zh-cn/endings'
import { routing } from './zh-cn/routing'
import { settings } from './zh-cn/settings'
import { shell } from './zh-cn/shell'
import { trials } from './zh-cn/trials'

export const zhCn = { ...shell, ...conversations, ...calendars, ...settings, ...routing, ...trials, ...endings }
