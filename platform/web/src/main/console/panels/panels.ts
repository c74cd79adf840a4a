import { reactive, watch } from 'vue'
import { http } from '@/api/http'
import type { Listing, PanelInfo, PanelSlot } from '@/api/types'
import { desk } from '@/live/use-desk'

const state = reactive<{ items: PanelInfo[] }>({ items: [] })

/** The panels that plugins bring, as they are now. */
export function usePanels() {
  return {
    of: (slot: PanelSlot) => state.items.filter((panel) => panel.slot === slot),
    find: (id: string) => state.items.find((panel) => panel.id === id),
  }
}

/** Looks for panels again whenever extensions came or went, and after each break. */
export function followPanels() {
  return watch(
    () => [desk.value?.welcomes.value, desk.value?.world.extensions],
    async () => {
      try {
        state.items = (await http.get<Listing<PanelInfo>>('/panels')).items
      } catch {
        // The list stays as it was; the next welcome looks again.
      }
    },
    { immediate: true },
  )
}
