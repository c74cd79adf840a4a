import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Settings } from '../../main/widget/settings'
import { Widget } from '../../main/widget/widget'
import { languageOf } from '../../main/widget/words'
import { FakeServer } from './fake-server'
import { FakeBrowser, FakeClock, browserOfOne, fakeTab, seeded } from './fake-world'

let clock: FakeClock
let server: FakeServer
let widget: Widget

beforeEach(async () => {
  document.body.innerHTML = '<button id="host">Host</button>'
  document.documentElement.lang = 'en'
  clock = new FakeClock()
  server = new FakeServer(clock)
  const settings: Settings = {
    base: new URL('https://desk.example/'),
    team: '2',
    color: null,
    side: 'right',
    title: '',
    greeting: '',
    language: () => languageOf(document.documentElement.lang),
  }
  const world = fakeTab(server, new FakeBrowser(clock), seeded(1), browserOfOne(clock))
  widget = new Widget(world, settings)
  widget.start()
  await clock.pass(10)
})

afterEach(() => vi.restoreAllMocks())

const shadow = () => document.querySelector('hotdesk-widget')?.shadowRoot as ShadowRoot
const find = <T extends HTMLElement>(selector: string) => shadow().querySelector(selector) as T
const field = () => find<HTMLTextAreaElement>('.composer textarea')
const said = () => [...shadow().querySelectorAll('.said')].map((element) => element.textContent)

function press(key: string, more: KeyboardEventInit = {}, target: HTMLElement = field()) {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  )
}

async function say(text: string) {
  field().value = text
  field().dispatchEvent(new Event('input'))
  press('Enter')
  await clock.pass(100)
}

async function chatting() {
  widget.show()
  await clock.pass(10)
  await say('hello')
  server.assign('Zhang Min')
  await clock.pass(100)
}

describe('the panel', () => {
  test('opens_with_the_keyboard_in_the_field_and_gives_it_back', () => {
    const host = document.getElementById('host') as HTMLElement
    host.focus()
    widget.show()
    expect(find('.panel').hidden).toBe(false)
    expect(shadow().activeElement).toBe(field())

    press('Escape')
    expect(find('.panel').hidden).toBe(true)
    expect(document.activeElement).toBe(host)
  })

  test('is_a_labelled_dialog_with_a_log', () => {
    widget.show()
    const panel = find('.panel')
    expect(panel.getAttribute('role')).toBe('dialog')
    expect(shadow().getElementById(panel.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Chat with us',
    )
    expect(find('[role=log]').getAttribute('aria-label')).toBe('Conversation')
  })

  test('speaks_the_language_of_the_page_as_it_changes', async () => {
    widget.show()
    document.documentElement.lang = 'zh-CN'
    await new Promise((done) => setTimeout(done))

    expect(find('.panel').lang).toBe('zh-CN')
    expect(find('.panel h2').textContent).toBe('在线客服')
  })

  test('shows_how_many_lines_are_unread_while_it_is_closed', async () => {
    await chatting()
    widget.hide()
    server.say('one')
    server.say('two')
    await clock.pass(100)

    expect(find('.badge').textContent).toBe('2')
    expect(find('.launcher').getAttribute('aria-label')).toBe('Open chat, 2 unread')
  })
})

describe('writing', () => {
  test('enter_sends_to_the_team_of_the_page', async () => {
    widget.show()
    await clock.pass(10)
    await say('hello')

    expect(server.said()).toEqual(['hello'])
    expect(field().value).toBe('')
    expect(server.commands.find((frame) => frame.type === 'open')).toMatchObject({
      team: '2',
      language: 'en',
    })
  })

  test('enter_of_an_input_method_does_not_send', async () => {
    widget.show()
    await clock.pass(10)
    field().value = 'nihao'
    press('Enter', { isComposing: true })
    press('Enter', { keyCode: 229 } as KeyboardEventInit)
    press('Enter', { shiftKey: true })
    await clock.pass(100)

    expect(server.chats.size).toBe(0)
  })

  test('too_long_a_message_is_not_sent_and_says_by_how_much', async () => {
    widget.show()
    await clock.pass(10)
    await say('x'.repeat(5003))
    expect(find('.count').textContent).toBe('3 characters too many; please shorten it')
    expect(server.chats.size).toBe(0)

    await say('x'.repeat(5000))
    expect(server.said()[0]).toHaveLength(5000)
  })

  test('what_somebody_wrote_never_becomes_markup', async () => {
    await chatting()
    const evil = '<img src=x onerror=alert(1)> https://a.example/"onclick="x'
    await say(evil)
    server.say(evil)
    server.chat.conversation = { ...server.chat.conversation }
    await clock.pass(100)

    expect(said()).toEqual(['hello', evil, evil])
    expect(shadow().querySelector('img')).toBeNull()
    const links = [...shadow().querySelectorAll('.said a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example/',
      'https://a.example/',
    ])
    expect(links[0]?.getAttribute('rel')).toContain('noopener')
  })

  test('a_message_keeps_its_place_on_the_page_from_unsent_to_read', async () => {
    await chatting()
    server.crash()
    await say('two')
    const row = [...shadow().querySelectorAll('.row')].at(-1) as HTMLElement
    expect(row.className).toContain('pending')
    expect(row.textContent).toContain('Waiting to be sent')
    server.restart()
    await clock.pass(5000)
    server.tell('1', { type: 'read', conversation: '17', side: 'AGENT', seq: 3 })
    await clock.pass(10)

    expect(row.isConnected).toBe(true)
    expect(row.className).toContain('read')
    expect(row.textContent).toContain('Read')
  })

  test('a_refused_message_says_why_and_offers_a_new_chat', async () => {
    await chatting()
    server.crash()
    await say('too late')
    server.end()
    server.restart()
    await clock.pass(5000)
    expect(find('.why').textContent).toBe('Not sent: this chat has ended')

    find('.refused .link').click()
    await clock.pass(100)
    expect(server.said()).toEqual(['too late'])
  })
})

describe('trouble', () => {
  test('a_lost_connection_is_said_after_two_seconds', async () => {
    await chatting()
    server.crash()
    await clock.pass(1000)
    expect(find('.bar').textContent).toBe('')
    await clock.pass(2000)
    expect(find('.bar').textContent).toContain('Connection lost')
    server.restart()
    await clock.pass(5000)

    expect(find('.bar').textContent).toBe('')
  })
})

describe('the end', () => {
  test('is_confirmed_rated_and_followed_by_a_new_chat', async () => {
    await chatting()
    find('.end').click()
    expect(find('[role=alertdialog]').textContent).toContain('End this chat?')
    find('.danger').click()
    await clock.pass(100)
    expect(find('.composer').hidden).toBe(true)

    find<HTMLInputElement>('.star:nth-child(4) input').click()
    find('.rating').dispatchEvent(new Event('submit', { cancelable: true }))
    await clock.pass(100)
    expect(server.commands.at(-1)).toMatchObject({ type: 'rate', stars: 4, comment: '' })
    expect(find('.thanks').textContent).toContain('Thank you')

    find('.ending > .secondary').click()
    await clock.pass(10)
    expect(find('.composer').hidden).toBe(false)
    expect(said()).toEqual([])
  })

  test('a_ratio_is_asked_while_talking_with_reasons_that_fit', async () => {
    await chatting()
    const slow = { code: 'slow', name: { zhCn: '回复慢', en: 'Slow answers' }, from: 1, to: 3 }
    server.ask(server.chat, { form: 'RATIO', reasons: [slow] })
    await clock.pass(100)
    expect(find('.composer').hidden).toBe(false)

    find<HTMLInputElement>('.rating input[value="5"]').click()
    expect(shadow().querySelector('[value=slow]')).toBeNull()
    find<HTMLInputElement>('.rating input[value="1"]').click()
    find<HTMLInputElement>('[value=slow]').click()
    find('.rating').dispatchEvent(new Event('submit', { cancelable: true }))
    await clock.pass(100)

    expect(server.commands.at(-1)).toMatchObject({ type: 'rate', satisfied: false, reasons: ['slow'] })
  })

  test('escape_closes_the_question_before_the_panel', async () => {
    await chatting()
    find('.end').click()
    press('Escape', {}, find('.sheet'))
    expect(shadow().querySelector('.sheet')).toBeNull()
    expect(find('.panel').hidden).toBe(false)
  })
})
