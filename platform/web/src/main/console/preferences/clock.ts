import { onScopeDispose, ref, type Ref } from 'vue'

const now = ref(Date.now())
let listeners = 0
let timer: ReturnType<typeof setInterval> | null = null

/** The time, ticking once a second for all who show it. */
export function useNow(): Ref<number> {
  if (listeners++ === 0) {
    now.value = Date.now()
    timer = setInterval(() => (now.value = Date.now()), 1000)
  }
  onScopeDispose(() => {
    if (--listeners === 0 && timer) clearInterval(timer)
  })
  return now
}
