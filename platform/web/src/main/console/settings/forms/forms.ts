import { onMounted, ref } from 'vue'
import { http } from '@/api/http'
import type { Listing, SettingsField, SettingsForm } from '@/api/types'
import { may } from '@/session/session'

/** The settings of bundles, for whoever may change them. */
export function useForms() {
  const forms = ref<SettingsForm[]>([])
  onMounted(async () => {
    if (may('bundle.manage')) forms.value = (await http.get<Listing<SettingsForm>>('/settings')).items
  })
  return { formOf: (bundle: string) => forms.value.find((form) => form.bundle === bundle) }
}

/** What was changed of a form, by field; what is as usual again is sent as an empty text. */
export function changes(fields: readonly SettingsField[], values: Record<string, string>) {
  return Object.fromEntries(
    fields
      .filter(({ id, value }) => values[id] !== undefined && values[id] !== value)
      .map(({ id, usual }) => [id, values[id] === usual ? '' : (values[id] ?? '')]),
  )
}
