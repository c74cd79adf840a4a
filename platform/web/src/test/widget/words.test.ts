import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Words, allWords, languageOf } from '../../main/widget/words'

const SOURCES = 'src/main/widget'
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()

describe('words', () => {
  test('both_languages_have_the_same_words', () => {
    expect(Object.keys(allWords.en).sort()).toEqual(Object.keys(allWords['zh-CN']).sort())
  })

  test('no_word_is_missing_and_both_take_the_same_values', () => {
    for (const [key, chinese] of Object.entries(allWords['zh-CN'])) {
      const english = allWords.en[key as keyof typeof allWords.en]
      expect(chinese.trim(), key).not.toBe('')
      expect(english.trim(), key).not.toBe('')
      expect(holes(chinese), key).toEqual(holes(english))
    }
  })

  test('chinese_is_in_chinese_and_english_in_english', () => {
    for (const [key, chinese] of Object.entries(allWords['zh-CN'])) {
      expect(chinese, key).toMatch(/\p{Script=Han}/u)
      expect(allWords.en[key as keyof typeof allWords.en], key).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('no_other_file_holds_a_text', () => {
    const files = readdirSync(SOURCES).filter((name) => name.endsWith('.ts') && !name.endsWith('words.ts'))
    for (const name of files) {
      const code = readFileSync(`${SOURCES}/${name}`, 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '')
      expect(code.match(/\p{Script=Han}+/u)?.[0], name).toBeUndefined()
    }
  })

  test('every_chinese_page_reads_chinese_and_any_other_english', () => {
    expect(['zh-CN', 'zh', 'zh-Hant', 'ZH-hk'].map(languageOf)).toEqual(Array(4).fill('zh-CN'))
    expect(['en', 'en-GB', 'de', '', 'zhx'].map(languageOf)).toEqual(Array(5).fill('en'))
  })

  test('an_unknown_error_is_told_with_its_code', () => {
    expect(new Words('en').reason('no-such-code')).toContain('no-such-code')
    expect(new Words('en').reason('conversation-closed')).toBe('this chat has ended')
  })

  test('days_are_named_as_people_name_them', () => {
    const now = new Date(2026, 10, 21, 9, 0)
    const words = new Words('en')
    expect(words.day(new Date(2026, 10, 21, 0, 1), now)).toBe('Today')
    expect(words.day(new Date(2026, 10, 20, 23, 59), now)).toBe('Yesterday')
    expect(words.day(new Date(2026, 10, 18, 12, 0), now)).toBe('Wednesday, November 18')
    expect(new Words('zh-CN').day(new Date(2025, 10, 18), now)).toBe('2025年11月18日星期二')
    expect(words.time(new Date(2026, 10, 21, 0, 5))).toBe('00:05')
  })
})
