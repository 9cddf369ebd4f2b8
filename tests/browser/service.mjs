// The real binary with the demo data in a temporary folder, for one run.
import { spawn, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, cpSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

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

/** Until the service answers. */
async function answering(url, child, said, patience = 60_000) {
  const until = Date.now() + patience
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the service ended:\n${said()}`)
    const ready = await fetch(`${url}/health/ready`).then(answer => answer.ok, () => false)
    if (ready) return
    if (Date.now() > until) throw new Error(`the service does not answer:\n${said()}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** Serves a folder; resolves when it answers. `log()` is what it has said so far. */
export async function serve(args) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(binary(), ['serve', '--listen', `127.0.0.1:${port}`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', text => (said += text))
  child.stderr.on('data', text => (said += text))
  await answering(url, child, () => said)
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

/** The demo's house with a clock that stands still: `pass(days)` moves it and answers with the day that it is then. */
export async function clocked() {
  const program = [process.env.FUHUA_CLOCKED, join(dirname(binary()), 'examples/clocked')].find(path => path && existsSync(path))
  if (!program) throw new Error('the service with a clock of its own is not built: run `make build`, or set FUHUA_CLOCKED')
  const folder = mkdtempSync(join(tmpdir(), 'fuhua-clocked-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn(program, [folder, url.slice(7)], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  let told = () => {}
  child.stderr.on('data', text => (said += text))
  child.stdout.on('data', text => told(String(text).trim()))
  const stop = async () => {
    if (child.exitCode === null) await new Promise(resolve => { child.once('exit', resolve); child.stdin.end() })
    rmSync(folder, { recursive: true, force: true })
  }
  await answering(url, child, () => said, 120_000)
  return { url, stop, pass: days => new Promise(resolve => { told = resolve; child.stdin.write(`${days}\n`) }) }
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
