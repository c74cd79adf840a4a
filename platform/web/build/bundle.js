// Builds console and widget into target/classes, and only what has changed since the last time.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const lock = 'package-lock.json'
// What a shop's page has to load at most, packed.
const widgetLimit = 20_000
const common = [lock, 'build', 'tsconfig.json']

if (!unchanged('node_modules/.installed', [lock])) {
  run(process.env.npm_execpath ?? 'npm', ['ci', '--ignore-scripts'])
  remember('node_modules/.installed', [lock])
}
describe()
bundle('console', 'vite.config.ts', ['src/main/console'])
bundle('widget', 'vite.widget.config.ts', ['src/main/widget'])
bundle('widget-more', 'vite.widget-more.config.ts', ['src/main/widget'])

function bundle(name, config, sources) {
  const output = `target/classes/${name}`
  const stamp = `target/frontend/${name}`
  const inputs = [...common, config, ...sources]
  if (existsSync(output) && unchanged(stamp, inputs)) return
  run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn', '--config', config])
  files([output]).filter(worthPacking).forEach(pack)
  if (name === 'widget') checkSize(`${output}/widget.js`)
  remember(stamp, inputs)
}

function checkSize(file) {
  const size = gzipSync(readFileSync(file), { level: 9 }).length
  if (size >= widgetLimit) throw new Error(`The widget has ${size} bytes packed; below ${widgetLimit} are allowed.`)
}

/** The types of the REST interface, made of the document that its resources write of themselves. */
function describe() {
  const document = 'target/openapi/openapi.json'
  if (existsSync('target/frontend/openapi.d.ts') && unchanged('target/frontend/openapi', [document])) return
  mkdirSync('target/frontend', { recursive: true })
  run('node_modules/openapi-typescript/bin/cli.js', [document, '--output', 'target/frontend/openapi.d.ts'], 'ignore')
  remember('target/frontend/openapi', [document])
}

function worthPacking(file) {
  return /\.(css|html|js|json|svg)$/.test(file) && statSync(file).size > 1000
}

function pack(file) {
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
}

function run(script, args, output = 'inherit') {
  execFileSync(process.execPath, [script, ...args], { stdio: ['ignore', output, 'inherit'] })
}

function unchanged(stamp, inputs) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(inputs)
}

function remember(stamp, inputs) {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint(inputs))
}

function fingerprint(inputs) {
  const hash = createHash('sha256')
  for (const file of files(inputs)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function files(paths) {
  return paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? files(
          readdirSync(path)
            .sort()
            .map((name) => join(path, name)),
        )
      : [path],
  )
}
