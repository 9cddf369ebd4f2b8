// Types of the client from the committed document; written before whatever needs them, and only when
// they change.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const target = new URL('../src/lib/schema.d.ts', import.meta.url)
const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'))
// A prefix of "/" before paths that begin with one makes two; an address has one.
document.paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path.replace(/^\/\//, '/'), item]))
const text = '// Written by `npm run gen` from openapi.json.\n' + astToString(await openapiTS(document, { alphabetize: true }))
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
