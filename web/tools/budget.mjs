// What a person's phone fetches, in brotli bytes of script and style, against the budget:
// the first route (the door) and, for every page, what the house and the page add to it.
import { readFileSync, statSync } from 'node:fs'

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const FIRST = 40_000
const MORE = 40_000
/** Words that are always there: the door and every page speak from them. */
const SPOKEN = ['src/i18n/zh/common.ts', 'src/i18n/zh/session.ts']

/** Files of an entry with everything that it imports at once. */
function closure(keys, seen = new Set(), files = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the manifest`)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    closure(chunk.imports ?? [], seen, files)
  }
  return files
}
const size = file => {
  try {
    return statSync(new URL(file + '.br', dist)).size
  } catch {
    return statSync(new URL(file, dist)).size
  }
}
const weigh = files => [...files].reduce((sum, file) => sum + size(file), 0)

const entry = ['index.html', ...SPOKEN]
const first = closure([...entry, 'src/features/session/SignIn.svelte'])
const base = closure(entry)
const house = ['src/shell/House.svelte', 'src/routes.ts']
const rows = [['the door (first route)', weigh(first), FIRST]]
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || !/^src\/features\/.*\.svelte$/.test(key) || key.endsWith('/SignIn.svelte')) continue
  const word = key.split('/')[2]
  const words = `src/i18n/zh/${word}.ts`
  const added = [...closure([...entry, ...house, key, ...(manifest[words] ? [words] : [])])].filter(file => !base.has(file))
  rows.push([key.replace('src/features/', ''), weigh(added), MORE])
}
let over = 0
for (const [name, bytes, limit] of rows) {
  if (bytes > limit) over++
  console.log(`${(bytes / 1000).toFixed(1).padStart(6)} kB of ${limit / 1000}  ${bytes > limit ? 'TOO MUCH  ' : ''}${name}`)
}
console.log(over === 0 ? 'budget: kept' : `budget: ${over} over`)
process.exit(over === 0 ? 0 : 1)
