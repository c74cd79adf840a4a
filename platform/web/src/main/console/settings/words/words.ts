/** The words of a list as somebody writes it: one a line, without empty ones, each once. */
export function wordsOf(text: string): string[] {
  const words = text.split(/\r?\n/).map((line) => line.replace(/^\uFEFF/, '').trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
