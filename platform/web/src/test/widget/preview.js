// Serves the demo shop with the built widget and a pretended server: node src/test/widget/preview.js [port]
import { createServer } from 'vite'

const vite = await createServer({
  configFile: false,
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
})
const { serve } = await vite.ssrLoadModule('/src/test/widget/preview-server.ts')
serve(Number(process.argv[2] ?? 18710))
