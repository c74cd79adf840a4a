import type { SettingsForm } from '@/api/types'

/** The settings of two plugins, as the server describes them. */
export const settingsForms: SettingsForm[] = [
  {
    pid: 'org.hotdesk.routing.load',
    bundle: 'org.hotdesk.routing.load',
    name: { zhCn: '负载', en: 'Load' },
    description: { zhCn: '最空闲的客服优先。', en: 'Who has the least to do goes first.' },
    fields: [
      {
        id: 'measure',
        kind: 'TEXT',
        name: { zhCn: '按什么计算', en: 'What counts' },
        description: null,
        value: 'open-now',
        usual: 'open-now',
        least: null,
        most: null,
        options: [
          { value: 'open-now', label: { zhCn: '进行中', en: 'Open now' } },
          { value: 'handled-today', label: { zhCn: '今日接待', en: 'Handled today' } },
        ],
      },
    ],
    revision: 0,
    changedBy: null,
    changedAt: null,
  },
]
