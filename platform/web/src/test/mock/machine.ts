import type { BundleInfo, DryRun, ExtensionState, HealthReading, PanelInfo, Provenance } from '@/api/types'
import { ago } from './people.ts'

export const panels: PanelInfo[] = [
  { id: 'orders', slot: 'CONVERSATION_SIDE', title: { zhCn: '最近订单', en: 'Recent orders' }, module: '/panels/org.example.orders/1.0.0/web/panel.js', version: '1.0.0' },
  { id: 'broken', slot: 'CONVERSATION_SIDE', title: { zhCn: '会员积分', en: 'Loyalty points' }, module: '/panels/org.example.broken/1.0.0/web/panel.js', version: '1.0.0' },
]

export const panelModules: Record<string, string> = {
  'org.example.orders': `
    import { createApp, h, ref } from 'vue'
    import { ElButton } from 'element-plus'
    export function mount(element, context) {
      const language = ref(context.language)
      const app = createApp({ render: () => h('div', [
        h('p', '20261120-88731 · ¥219.00'),
        h('p', '20261018-51207 · ¥88.50'),
        h(ElButton, { size: 'small', type: 'primary', style: 'margin-top:8px' }, () => language.value === 'en' ? 'Open in shop' : '在商城中打开'),
      ]) })
      app.mount(element)
      return { update: (next) => { language.value = next.language }, unmount: () => app.unmount() }
    }`,
  'org.example.broken': `export function mount() { throw new Error('points service: connect timed out') }`,
}

const api = ['org.hotdesk.api [1.0,2)', 'org.hotdesk.api.routing [1.0,2)']

export const bundles: BundleInfo[] = [
  bundle('org.hotdesk.routing.load', 'Routing by load', 'ACTIVE', false, ['RoutingStrategy load']),
  {
    ...bundle('org.hotdesk.routing.round.robin', 'Round robin', 'ACTIVE', false, ['RoutingStrategy round-robin']),
    failing: [{ extension: 'RoutingStrategy round-robin', calls: 3, cutOff: true, last: { at: ago(2), message: same('java.lang.IllegalStateException: nobody is next') } }],
  },
  bundle('org.hotdesk.crm.sql', 'Customer records in SQL', 'ACTIVE', false, ['CustomerStore sql']),
  bundle('org.example.orders', 'Recent orders', 'ACTIVE', false, ['ConsolePanel CONVERSATION_SIDE']),
  { ...bundle('org.example.future', 'Routing of tomorrow', 'UNRESOLVED', false, ['RoutingStrategy tomorrow']), missing: [{ zhCn: '包 org.hotdesk.api.routing [2.0,3)，现有 1.0.0', en: 'package org.hotdesk.api.routing [2.0,3); here is 1.0.0' }] },
  {
    ...bundle('org.example.stock', 'Stock in the shop', 'FAILED', false, ['RestResources stock']),
    lastError: { at: ago(12), message: { zhCn: '数据表更新失败：Migration V2__stock.sql failed: Table "STOCK" already exists', en: 'Migration V2__stock.sql failed: Table "STOCK" already exists' } },
    previous: '1.3.0',
  },
  ...['conversation', 'customer', 'live', 'persistence', 'rest', 'staff', 'web'].map((name) => bundle(`org.hotdesk.${name}`, name, 'ACTIVE', true, [])),
]

export const strategies: Provenance[] = [
  { extension: 'load', bundle: 'org.hotdesk.routing.load', version: '0.1.0', revision: 0 },
  { extension: 'round-robin', bundle: 'org.hotdesk.routing.round.robin', version: '0.1.0', revision: 0 },
  { extension: 'weekday', bundle: 'org.example.weekday', version: '1.0.0', revision: 0 },
]

export const extensions: ExtensionState[] = [
  { point: 'org.hotdesk.api.routing.RoutingStrategy', extension: strategies[0]!, cutOff: false, calls: 18234, failures: 0, failing: 0, lastFailure: null },
  { point: 'org.hotdesk.api.routing.RoutingStrategy', extension: strategies[2]!, cutOff: true, calls: 41, failures: 20, failing: 20, lastFailure: { at: ago(4), reason: same('java.lang.IllegalStateException: no calendar') } },
  { point: 'org.hotdesk.api.customer.CustomerStore', extension: { extension: 'sql', bundle: 'org.hotdesk.crm.sql', version: '0.1.0', revision: 0 }, cutOff: false, calls: 9021, failures: 1, failing: 0, lastFailure: null },
]

export const health: HealthReading[] = [
  { part: 'database', status: 'UP', message: { zhCn: '正常', en: 'fine' }, figures: { connections: '10', active: '1' } },
  { part: 'events', status: 'UP', message: { zhCn: '正常', en: 'fine' }, figures: { lag: '0' } },
  { part: 'live', status: 'UP', message: { zhCn: '正常', en: 'fine' }, figures: { connections: '38' } },
  { part: 'bundles', status: 'DEGRADED', message: { zhCn: '请看插件页：org.example.future', en: 'look at the page Plugins: org.example.future' }, figures: {} },
]

export const report: DryRun = {
  name: 'org.hotdesk.routing.load',
  version: '0.2.0',
  replaces: '0.1.0',
  resolves: true,
  missing: [],
  stops: ['RoutingStrategy load-today'],
  warnings: [{ zhCn: '比现有的版本旧', en: 'it is older than the version that is here' }],
}

/** A text that is the same in both languages. */
function same(text: string) {
  return { zhCn: text, en: text }
}

function bundle(name: string, title: string, state: BundleInfo['state'], platform: boolean, offers: string[]): BundleInfo {
  return { name, title, version: '0.1.0', state, platform, offers, needs: api, missing: [], lastError: null, failing: [], previous: null }
}
