import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('src/main/widget'),
  build: {
    outDir: here('target/classes/widget'),
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: here('src/main/widget/index.ts'),
      formats: ['iife'],
      name: 'hotdeskWidget',
      fileName: () => 'widget.js',
    },
  },
})
