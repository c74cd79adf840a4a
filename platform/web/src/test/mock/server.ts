// A stand-in for the server, with canned data: for looking at the console and for trying it out.
// node src/test/mock/server.ts [port]; any password signs in, "wrong" does not.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { WebSocketServer } from 'ws'
import { Live } from './live.ts'
import { panelModules } from './machine.ts'
import { answer } from './rest.ts'

const port = Number(process.argv[2] ?? 18600)
const files = join(import.meta.dirname, '../../../target/classes')
const types: Record<string, string> = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const live = new Live()

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://mock')
  if (url.pathname.startsWith('/api/v1/')) await rest(request, response, url)
  else if (url.pathname.startsWith('/panels/')) send(response, 200, 'text/javascript', panelModules[url.pathname.split('/')[2] ?? ''] ?? '')
  else page(response, url.pathname)
})
const sockets = new WebSocketServer({ server, path: '/live/agent' })
sockets.on('connection', (socket, request) => live.connect(socket, agentOf(request)))
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/console/`))

async function rest(request: IncomingMessage, response: ServerResponse, url: URL) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const body = text.startsWith('{') ? JSON.parse(text) : text
  const path = url.pathname.slice('/api/v1'.length)
  const { status, data, etag, cookie } = answer({ method: request.method ?? 'GET', path, query: url.searchParams, body, agent: agentOf(request), ifMatch: request.headers['if-match'] }, live)
  if (cookie !== undefined) response.setHeader('Set-Cookie', `hotdesk-session=${cookie}; Path=/; HttpOnly; SameSite=Strict`)
  if (etag) response.setHeader('ETag', etag)
  send(response, status, status < 400 ? 'application/json' : 'application/problem+json', data === undefined ? '' : JSON.stringify(data))
}

function page(response: ServerResponse, path: string) {
  const file = join(files, path)
  if (path.startsWith('/console/assets/') && existsSync(file)) {
    send(response, 200, types[extname(file)] ?? 'application/octet-stream', readFileSync(file))
    return
  }
  const html = readFileSync(join(files, 'console/index.html'), 'utf8')
  const inline = /<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(inline).digest('base64')
  response.setHeader('Content-Security-Policy', `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`)
  send(response, 200, 'text/html', html)
}

function agentOf(request: IncomingMessage) {
  return /hotdesk-session=(\d+)/.exec(request.headers.cookie ?? '')?.[1] ?? null
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` })
  response.end(body)
}
