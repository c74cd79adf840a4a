import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '@/words/en'
import { zhCn } from '@/words/zh-cn'

const sources = 'src/main/console'

function leaves(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value] as [string, string]]
        : [...leaves(value as object, `${path}${key}.`)],
    ),
  )
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

const chinese = leaves(zhCn)
const english = leaves(en)
const code = files(sources)
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.includes('/words/'))
  .map((file) => readFileSync(file, 'utf8'))

describe('the words', () => {
  it('are the same in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('name the same values in both languages', () => {
    const values = (text = '') => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const [key, text] of english) expect(values(chinese.get(key)), key).toEqual(values(text))
  })

  it('are all there that the code asks for', () => {
    const asked = code.flatMap((text) => [...text.matchAll(/\bt\('([\w.-]+)'/g)].map((found) => found[1] as string))

    expect(asked.length).toBeGreaterThan(150)
    expect(asked.filter((key) => !english.has(key))).toEqual([])
  })

  it('are there for every kind of thing that is named by a code', () => {
    const asked = code.flatMap((text) => [...text.matchAll(/\bt\(`([\w.]+)\.\$\{/g)].map((found) => found[1] as string))
    const groups = new Set([...english.keys()].flatMap((key) => prefixes(key)))

    expect(asked.filter((group) => !groups.has(group))).toEqual([])
  })

  it('are written nowhere else', () => {
    const written = code.flatMap((text) => [...text.matchAll(/[\u4e00-\u9fff]+/g)].map(String))
    expect(written.filter((word) => word !== '访客')).toEqual([])
  })

  it('are never the other language by mistake', () => {
    const mistaken = [...english].filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && !/languageNames|palette\.language/.test(key))
    expect(mistaken).toEqual([])
  })
})

function prefixes(key: string) {
  const parts = key.split('.')
  return parts.map((_, index) => parts.slice(0, index).join('.')).filter(Boolean)
}
