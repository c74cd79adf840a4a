import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { Problem } from './http'

/** Something that is fetched: the value, whether it is on its way, and what went wrong. */
export interface Loading<T> {
  value: Ref<T | null>
  problem: Ref<Problem | null>
  /** True once loading takes so long that a skeleton calms more than it flickers. */
  slow: Ref<boolean>
  load: () => Promise<void>
}

const SKELETON_AFTER_MS = 200

export function useLoading<T>(fetchValue: () => Promise<T>): Loading<T> {
  const value = shallowRef<T | null>(null)
  const problem = ref<Problem | null>(null)
  const slow = ref(false)
  let newest = 0

  async function load() {
    const mine = ++newest
    const timer = setTimeout(() => (slow.value = mine === newest), SKELETON_AFTER_MS)
    try {
      const fetched = await fetchValue()
      if (mine !== newest) return
      value.value = fetched
      problem.value = null
    } catch (failure) {
      if (mine === newest) problem.value = asProblem(failure)
    } finally {
      clearTimeout(timer)
      if (mine === newest) slow.value = false
    }
  }

  onScopeDispose(() => newest++)
  return { value, problem, slow, load }
}

export function asProblem(failure: unknown): Problem {
  return failure instanceof Problem ? failure : new Problem(0, 'unexpected', String(failure))
}
