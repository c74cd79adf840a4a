import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import { http, type Problem } from '@/api/http'
import { asProblem } from '@/api/loading'
import type { Conversation, ConversationState, Id, Listing } from '@/api/types'
import { useDesk } from '@/live/use-desk'
import { SettledOrder } from '@/live/settled-order'

export type Tab = 'mine' | 'queue' | 'all'
export type Scope = 'open' | 'ended' | 'every'

const STATES: Record<Scope, ConversationState[]> = {
  open: ['QUEUED', 'ACTIVE'],
  ended: ['WRAP_UP', 'CLOSED', 'ABANDONED'],
  every: ['QUEUED', 'ACTIVE', 'WRAP_UP', 'CLOSED', 'ABANDONED'],
}
const PAGE = 50

/** My conversations, the one in which something happened last first. */
export function byActivity(conversations: Conversation[]): Id[] {
  return [...conversations].sort((a, b) => lastAt(b).localeCompare(lastAt(a))).map(({ id }) => id)
}

function lastAt({ last, assignedAt, openedAt }: Conversation) {
  return last?.at ?? assignedAt ?? openedAt
}

/** A list's ids in the order of service or of activity, as a settled order shows them. */
export function useSettled(target: () => readonly Id[]) {
  const order = new SettledOrder()
  const ids = shallowRef<readonly Id[]>([])
  const fresh = ref(0)

  function show() {
    ids.value = [...order.ids]
    fresh.value = order.fresh
  }
  function act(action: () => void) {
    action()
    show()
  }
  watch(target, (now) => act(() => order.update(now)), { immediate: true })
  return reactive({
    ids,
    fresh,
    hold: () => act(() => order.hold()),
    release: () => act(() => order.release()),
    settle: () => act(() => order.settle()),
  })
}

/** All conversations that this person may read, fetched page by page and kept live. */
export function useAll() {
  const desk = useDesk()
  const scope = ref<Scope>('open')
  const fetched = shallowRef<Id[]>([])
  const next = ref<string | null>(null)
  const oldest = ref('')
  const problem = ref<Problem | null>(null)
  const loading = ref(false)
  const begun = ref(false)
  let round = 0

  async function load(cursor: string | null = null) {
    const mine = ++round
    loading.value = true
    try {
      const page = await http.get<Listing<Conversation>>(path(scope.value, cursor))
      if (mine !== round) return
      page.items.forEach((conversation) => desk.know(conversation))
      fetched.value = [...(cursor ? fetched.value : []), ...page.items.map(({ id }) => id)]
      next.value = page.next
      oldest.value = page.next ? (page.items.at(-1)?.openedAt ?? '') : ''
      problem.value = null
      begun.value = true
    } catch (failure) {
      if (mine === round) problem.value = asProblem(failure)
    } finally {
      if (mine === round) loading.value = false
    }
  }

  const ids = computed(() => {
    const states = STATES[scope.value]
    const known = Object.values(desk.world.conversations)
    return known
      .filter((c) => states.includes(c.state))
      .filter((c) => fetched.value.includes(c.id) || c.openedAt >= oldest.value)
      .sort((a, b) => b.openedAt.localeCompare(a.openedAt) || Number(b.id) - Number(a.id))
      .map(({ id }) => id)
  })

  watch([scope, () => desk.welcomes.value], () => begun.value && void load())
  onScopeDispose(() => round++)

  return reactive({
    scope,
    ids,
    problem,
    loading,
    begun,
    hasMore: computed(() => next.value !== null),
    load: () => load(),
    more: () => (next.value && !loading.value ? load(next.value) : Promise.resolve()),
  })
}

function path(scope: Scope, cursor: string | null) {
  const states = STATES[scope].join(',')
  return `/conversations?state=${states}&limit=${PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
}
