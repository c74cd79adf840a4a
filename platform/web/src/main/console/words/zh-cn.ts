import { calendars } from './zh-cn/calendars'
import { conversations } from './zh-cn/conversations'
import { routing } from './zh-cn/routing'
import { settings } from './zh-cn/settings'
import { shell } from './zh-cn/shell'

export const zhCn = { ...shell, ...conversations, ...calendars, ...settings, ...routing }
