import { explain } from '@/words/explain'
import type { Problem } from '@/api/http'

/** What is wrong with one field, in words; empty when nothing is. */
export function errorAt(field: string, problem: Problem | null): string {
  const at = problem?.code === 'login-taken' ? 'login' : problem?.field
  return problem && at === field ? explain(problem) : ''
}
