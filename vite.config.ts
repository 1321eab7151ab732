import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompressed } from './tools/vite-precompressed.ts';
import { styleNonce } from './tools/vite-style-nonce.ts';

/** The browser's half: hashed names, a manifest for the size check, every text file packed beforehand. */
export default defineConfig({
  plugins: [react(), styleNonce(), precompressed()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome109', 'safari16', 'firefox115'],
    manifest: true,
    // Nothing becomes a data: address: the content security policy allows fonts and styles from here only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
