// Photographs every screen of the console against the stand-in server, and asks axe about each.
// node src/test/mock/screens.ts [http://127.0.0.1:18600] [name part]: pictures lie in target/screens.
import { readFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Page } from 'playwright-core'

const server = process.argv[2] ?? 'http://127.0.0.1:18600'
const part = process.argv[3] ?? ''
const folder = 'target/screens'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let wrong = 0

interface Look {
  language: 'zh-CN' | 'en'
  dark: boolean
  width: number
  height: number
}

const looks: Look[] = [
  { language: 'zh-CN', dark: false, width: 1280, height: 720 },
  { language: 'en', dark: false, width: 1440, height: 900 },
  { language: 'zh-CN', dark: true, width: 1440, height: 900 },
  { language: 'en', dark: true, width: 1280, height: 720 },
]

const screens: [string, string, string, (page: Page) => Promise<void>][] = [
  ['sign-in', '', '/console/', async (page) => void (await page.fill('#login', 'agent1'))],
  ['chats', 'agent1', '/console/conversations', async () => {}],
  ['chat', 'agent1', '/console/conversations/1', async (page) => void (await page.locator('summary').nth(4).click())],
  ['long', 'agent1', '/console/conversations/4', (page) => page.locator('.box').evaluate((box) => void (box.scrollTop = 300))],
  ['queue', 'agent1', '/console/conversations/5', (page) => page.click('#tab-queue')],
  ['account', 'agent1', '/console/conversations/2', (page) => page.click('.account')],
  ['palette', 'agent1', '/console/conversations/2', (page) => page.keyboard.press('Control+k')],
  ['keys', 'agent1', '/console/conversations', (page) => page.keyboard.press('?')],
  ['close', 'agent1', '/console/conversations/1', (page) => page.click('article header .el-button')],
  ['watch', 'supervisor', '/console/conversations/7', (page) => page.click('#tab-all')],
  ['plugins', 'admin', '/console/settings/plugins', async () => {}],
  ['install', 'admin', '/console/settings/plugins', chooseFile],
  ['health', 'admin', '/console/settings/health', async () => {}],
  ['routing', 'admin', '/console/settings/routing', async () => {}],
  ['trial-dry-run', 'supervisor', '/console/settings/trials', (page) => page.click('button[type=submit]')],
  ['trial-shadow', 'admin', '/console/settings/trials', (page) => page.click('.tabs button:nth-child(2)')],
  ['trial-replay', 'supervisor', '/console/settings/trials', async (page) => (await page.click('.tabs button:nth-child(3)'), await page.click('.list button'))],
  ['calendars', 'admin', '/console/settings/calendars', async () => {}],
  ['calendar-new', 'admin', '/console/settings/calendars', (page) => page.click('header .el-button--primary')],
  ['members', 'admin', '/console/settings/members', async () => {}],
  ['member', 'admin', '/console/settings/members', (page) => page.click('header .el-button--primary')],
  ['forbidden', 'agent1', '/console/settings/health', async () => {}],
]

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
for (const look of looks) for (const screen of screens) if (screen[0].includes(part)) await photograph(look, screen)
await browser.close()
console.log(wrong === 0 ? 'nothing wrong' : `${wrong} things are wrong`)
process.exit(wrong === 0 ? 0 : 1)

async function photograph(look: Look, [name, login, path, act]: (typeof screens)[number]) {
  const { language, dark, width, height } = look
  const context = await browser.newContext({ viewport: { width, height }, locale: language, colorScheme: dark ? 'dark' : 'light' })
  const page = await context.newPage()
  const called = `${name}-${language}-${dark ? 'dark' : 'light'}`
  page.on('console', (line) => line.type() === 'error' && !line.text().includes('401') && complain(called, line.text()))
  page.on('pageerror', (error) => complain(called, error.message))
  if (login) await page.request.post(`${server}/api/v1/session`, { data: { login, password: 'hotdesk-demo' } })
  await page.goto(server + path, { waitUntil: 'networkidle' })
  await page.waitForTimeout(400)
  await act(page).catch((failure: Error) => complain(called, failure.message))
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${folder}/${called}.png` })
  await page.evaluate(axe)
  const found = await page.evaluate('axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })')
  for (const { id, nodes } of (found as { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }).violations)
    complain(called, `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`).slice(0, 2).join(' | ')}`)
  await context.close()
}

async function chooseFile(page: Page) {
  await page.setInputFiles('input[type=file]', { name: 'routing-load-0.2.0.jar', mimeType: 'application/java-archive', buffer: Buffer.from('jar') })
}

function complain(screen: string, what: string) {
  wrong++
  console.log(`${screen}: ${what}`)
}
