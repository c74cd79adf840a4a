import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { sharedModules } from './build/shared-modules.ts'

const base = '/console/'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env.HOTDESK_URL ?? 'http://127.0.0.1:18600'

export default defineConfig({
  root: here('src/main/console'),
  base,
  plugins: [vue(), sharedModules(base, ['vue', 'element-plus'])],
  resolve: { alias: { '@': here('src/main/console') } },
  define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false },
  build: {
    outDir: here('target/classes/console'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      preserveEntrySignatures: 'strict',
      checks: { pluginTimings: false },
      input: {
        console: here('src/main/console/index.html'),
        vue: here('src/main/console/shared/vue.ts'),
        'element-plus': here('src/main/console/shared/element-plus.ts'),
      },
    },
  },
  server: {
    port: 18610,
    proxy: { '/api': api, '/panels': api, '/live': { target: api, ws: true } },
  },
  test: {
    root: here('.'),
    environment: 'happy-dom',
    include: ['src/test/{console,widget}/**/*.test.ts'],
    // Vue and Element Plus are one instance in the tests too.
    server: { deps: { inline: ['element-plus'] } },
  },
})
