import { asProblem } from '@/api/loading'
import { i18n } from '.'

/** What went wrong, in the reader's language where the fault is a known one. */
export function explain(failure: unknown): string {
  const { code, detail, status } = asProblem(failure)
  return explainCode(code, detail) ?? (status === 0 ? explainCode('unreachable') : null) ?? detail
}

/** The words for a fault's code; null for an unknown one. */
export function explainCode(code: string, detail = ''): string | null {
  const { t, te } = i18n.global
  return te(`problems.${code}`) ? t(`problems.${code}`, { detail }) : null
}
