// The real binary with the demo data in a temporary folder, for one run.
import { spawn, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, cpSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../../', import.meta.url).pathname

/** FUHUA_BIN, or where cargo puts it. */
function binary() {
  const candidates = [process.env.FUHUA_BIN, process.env.CARGO_TARGET_DIR && join(process.env.CARGO_TARGET_DIR, 'debug/fuhua'), join(root, 'target/debug/fuhua')]
  const found = candidates.find(path => path && existsSync(path))
  if (!found) throw new Error('the service is not built: run `make build`, or set FUHUA_BIN')
  return found
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Serves a folder; resolves when it answers. `log()` is what it has said so far. */
export async function serve(args) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(binary(), ['serve', '--listen', `127.0.0.1:${port}`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', text => (said += text))
  child.stderr.on('data', text => (said += text))
  const until = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the service ended:\n${said}`)
    const ready = await fetch(`${url}/health/ready`).then(answer => answer.ok, () => false)
    if (ready) break
    if (Date.now() > until) throw new Error(`the service does not answer:\n${said}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    url,
    log: () => said,
    stop: () =>
      new Promise(resolve => {
        if (child.exitCode !== null) return resolve()
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
  }
}

/** A folder with demo data. FUHUA_DEMO names one that is filled already; it is copied, never changed. */
export function demo() {
  const folder = mkdtempSync(join(tmpdir(), 'fuhua-browser-'))
  if (process.env.FUHUA_DEMO) cpSync(process.env.FUHUA_DEMO, folder, { recursive: true })
  else execFileSync(binary(), ['demo', '--data', folder], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The password of every account of the demo, from where the demo keeps it. */
export const PASSWORD = /PASSWORD: &str = "([^"]+)"/.exec(readFileSync(join(root, 'src/demo/people.rs'), 'utf8'))?.[1] ?? ''
