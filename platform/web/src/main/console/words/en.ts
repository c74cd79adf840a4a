import { conversations } from './en/conversations'
import { settings } from './en/settings'
import { shell } from './en/shell'

export const en = { ...shell, ...conversations, ...settings }
