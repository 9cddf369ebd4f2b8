// Writes a brotli-11 twin beside every text file of the build; the service sends it where it is accepted.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|html|svg|json|txt)$/.test(name)) continue
  const file = new URL(name, dist)
  const plain = readFileSync(file)
  const packed = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
  if (packed.length < plain.length) writeFileSync(new URL(name + '.br', dist), packed)
  else rmSync(new URL(name + '.br', dist), { force: true })
}
