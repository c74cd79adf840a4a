import type { Problem } from '@/api/http'

/** What is wrong with one field, in words; empty when nothing is. */
export function errorAt(
  field: string,
  problem: Problem | null,
  t: (key: string) => string,
): string {
  if (problem?.code === 'login-taken') return field === 'login' ? t('members.loginTaken') : ''
  return problem?.field === field ? problem.detail : ''
}
