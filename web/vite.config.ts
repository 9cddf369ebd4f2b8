import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// The service that `npm run dev` talks to; cookies stay on one origin through the proxy.
const service = process.env['FUHUA_SERVICE'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [svelte({ compilerOptions: { runes: true } })],
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  build: {
    // WeChat's, 360's and UOS's browsers lag behind; syntax is lowered, APIs are not.
    target: ['chrome100', 'safari15.4', 'firefox100'],
    modulePreload: { polyfill: false },
    manifest: true,
    // The content security policy allows no data: script, and fonts stay cacheable files.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Every page fetches the list of all files; names in it cost more than they tell (the manifest has them), and seven letters tell some hundred files apart as well as eight.
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
        // Parts of the run-time that the door does not use must not be fetched with it; what every part of
        // the page begins with is one file, which packs better than ten.
        codeSplitting: { includeDependenciesRecursively: false, groups: [
          { name: 'more', test: /svelte\/src\/internal\/client\/dom\/(blocks\/(await|key)|elements\/bindings\/(select|size))/ },
          { name: 'core', test: /src\/(lib\/(theme|session|resource|router|i18n)\.svelte|lib\/(http|problem|store|today|announce)\.ts|i18n\/areas|ui\/(Icon|Button|ErrorBox|Egg)\.svelte|shell\/Switches)/ },
          { name: 'page', test: /src\/(lib\/toast\.svelte|ui\/(icons\.ts|(Empty|PageHead|Show|Skeleton|Toasts)\.svelte)|shell\/NotFound)/ },
        ] },
      },
    },
  },
  server: { proxy: { '/api': service } },
  test: { css: { include: /tokens/ }, environment: 'happy-dom', include: ['src/**/*.test.ts'] },
})
