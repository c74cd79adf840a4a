import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// What the widget loads when a chat has files or cards.
export default defineConfig({
  root: here('src/main/widget'),
  build: {
    outDir: here('target/classes/widget-more'),
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: here('src/main/widget/more.ts'),
      formats: ['es'],
      fileName: () => 'widget-more.js',
    },
  },
})
