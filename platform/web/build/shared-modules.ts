import type { Plugin } from 'vite'

/**
 * Writes the import map by which plugin panels find the same vue and element-plus as the console:
 * each is an entry of its own, and its hashed file is mapped to the bare name.
 */
export function sharedModules(base: string, names: string[]): Plugin {
  return {
    name: 'shared-modules',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const imports = Object.fromEntries(
          Object.values(bundle ?? {}).flatMap((chunk) =>
            chunk.type === 'chunk' && chunk.isEntry && names.includes(chunk.name)
              ? [[chunk.name, base + chunk.fileName]]
              : [],
          ),
        )
        const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`
        return html.replace('<!-- import map -->', bundle ? map : '')
      },
    },
  }
}
