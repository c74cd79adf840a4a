import { reactive } from 'vue'
import { http } from '@/api/http'
import type { Category, Id, Listing } from '@/api/types'
import { inLanguage } from '@/words'

/** A category where it stands in the tree. */
export interface Placed {
  category: Category
  level: number
  /** The names from the top to here. */
  path: Category[]
}

/** All categories, each after its parent, those of one parent in their order. */
export function inOrder(all: readonly Category[], parent: Id | null = null, path: Category[] = []): Placed[] {
  return all
    .filter((one) => one.parent === parent)
    .flatMap((category) => {
      const here = [...path, category]
      return [{ category, level: here.length, path: here }, ...inOrder(all, category.id, here)]
    })
}

const state = reactive<{ all: Category[] }>({ all: [] })

/** The names behind the codes that conversations keep. */
export const categories = {
  get placed(): Placed[] {
    return inOrder(state.all)
  },
  /** The path of names; what is no code of ours stands for itself. */
  name(code: string | null | undefined): string {
    const found = this.placed.find(({ category }) => category.code === code)
    return found ? pathName(found) : (code ?? '')
  },
}

export function pathName({ path }: Placed): string {
  return path.map(({ name }) => inLanguage(name)).join(' / ')
}

/** Reads them again; what cannot be read leaves them as they are. */
export async function loadCategories() {
  try {
    state.all = (await http.get<Listing<Category>>('/categories')).items
  } catch {
    // Codes are shown as they are meanwhile.
  }
}
