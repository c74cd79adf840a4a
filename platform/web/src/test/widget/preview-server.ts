import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { WebSocketServer } from 'ws'
import type { Page } from '../../main/widget/protocol'
import { FakeServer } from './fake-server'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'"
const SHOP = '../../distribution/demo/src/main/resources/shop'

const clock = {
  now: () => Date.now(),
  after(milliseconds: number, call: () => void) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Answers as a Hotdesk would; `/do/<what>?text=` plays the agent. */
export function serve(port: number): void {
  const server = new FakeServer(clock)
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://preview')
    if (url.pathname === '/api/v1/visitors') {
      void arrive(server, request, response)
    } else if (url.pathname.startsWith('/do/')) {
      play(server, url.pathname.slice(4), url.searchParams)
      response.end('done')
    } else {
      file(url.pathname, response)
    }
  })
  const sockets = new WebSocketServer({ server: http })
  sockets.on('connection', (socket) => {
    const client = server.connect()
    client.onmessage = ({ data }) => socket.send(data)
    client.onclose = ({ code }) =>
      code >= 3000 || code === 1012 ? socket.close(code) : socket.terminate()
    socket.on('message', (data) => client.send(String(data)))
    socket.on('close', () => client.close())
  })
  http.listen(port, '127.0.0.1')
}

async function arrive(server: FakeServer, request: IncomingMessage, response: ServerResponse) {
  let body = ''
  for await (const part of request) {
    body += part
  }
  response.writeHead(server.up ? 201 : 503, { 'Content-Type': 'application/json' })
  response.end(server.up ? JSON.stringify(server.arrive(JSON.parse(body) as Page)) : '{}')
}

function play(server: FakeServer, what: string, values: URLSearchParams): void {
  const { chat } = server
  const text = values.get('text') ?? ''
  const tell = (frame: object) =>
    server.tell(chat.visitor, {
      type: what,
      conversation: chat.conversation.id,
      side: 'AGENT',
      ...frame,
    })
  const acts: Record<string, () => void> = {
    join: () => server.assign(text),
    say: () => server.say(text),
    end: () => server.end(),
    position: () => tell({ position: Number(text) }),
    typing: () => tell({ author: { side: 'AGENT', id: '9', name: text }, typing: true }),
    delivered: () => tell({ seq: chat.lines.length }),
    read: () => tell({ seq: chat.lines.length }),
    crash: () => server.crash(),
    restart: () => server.restart(),
  }
  acts[what]?.()
}

function file(path: string, response: ServerResponse): void {
  const inShop = normalize(path.replace(/^\/demo\/?/, '/')).replace(/\/$/, '/index.html')
  const name = path === '/widget.js' ? 'target/classes/widget/widget.js' : join(SHOP, inShop)
  if (!existsSync(name)) {
    response.writeHead(404).end('There is no such page.')
    return
  }
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY })
  response.end(readFileSync(name))
}
