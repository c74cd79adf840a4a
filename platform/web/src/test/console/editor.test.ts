import { mount } from '@vue/test-utils'
import ElementPlus from 'element-plus'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import Editor from '@/conversations/Editor.vue'
import { i18n } from '@/words'

vi.mock('@/live/use-desk', () => ({ useDesk: () => ({ typing: () => undefined, uploadsOf: () => ({ all: [] }), world: { conversations: {} } }) }))

beforeEach(() => localStorage.clear())
afterEach(() => document.body.replaceChildren())

function open(conversation = '17') {
  return mount(Editor, {
    props: { conversation },
    global: { plugins: [ElementPlus, i18n] },
    attachTo: document.body,
  })
}

it('sends with Enter and is empty afterwards', async () => {
  const editor = open()
  await editor.get('textarea').setValue('你好')
  await editor.get('textarea').trigger('keydown', { key: 'Enter' })

  expect(editor.emitted('send')).toEqual([['你好', false]])
  expect(editor.get('textarea').element.value).toBe('')
})

it('leaves Enter to the input method while it composes', async () => {
  const editor = open()
  await editor.get('textarea').setValue('ni hao')
  await editor.get('textarea').trigger('keydown', { key: 'Enter', isComposing: true })
  await editor.get('textarea').trigger('keydown', { key: 'Enter', keyCode: 229 })

  expect(editor.emitted('send')).toBeUndefined()
})

it('begins a new line with Shift and Enter', async () => {
  const editor = open()
  await editor.get('textarea').setValue('a')
  await editor.get('textarea').trigger('keydown', { key: 'Enter', shiftKey: true })

  expect(editor.emitted('send')).toBeUndefined()
})

it('sends nothing that is only white space, or too long', async () => {
  const editor = open()
  for (const text of [' \n ', 'x'.repeat(5001)]) {
    await editor.get('textarea').setValue(text)
    await editor.get('textarea').trigger('keydown', { key: 'Enter' })
  }

  expect(editor.emitted('send')).toBeUndefined()
})

it('keeps a draft for each conversation', async () => {
  const editor = open('17')
  await editor.get('textarea').setValue('half a sen')
  editor.unmount()

  expect(open('18').get('textarea').element.value).toBe('')
  expect(open('17').get('textarea').element.value).toBe('half a sen')
})
