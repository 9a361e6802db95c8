import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { fixtureServer } from './dev/fixtureServer.ts'

/** `--mode fixture` answers /api itself with a small made-up hall; otherwise /api is a real dashboard on 8080. */
export default defineConfig(({ mode }) => ({
  plugins: [vue(), ...(mode === 'fixture' ? [fixtureServer()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    proxy: mode === 'fixture' ? undefined : { '/api': 'http://127.0.0.1:8080' },
  },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'], restoreMocks: true },
}))
