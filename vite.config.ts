import { relative, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfAssets } from './tools/vite-pdf-assets.ts';
import { precompressed } from './tools/vite-precompressed.ts';
import { styleNonce } from './tools/vite-style-nonce.ts';

/** A file of components alone, as `modules/<name>/web/<Name>.tsx`: loading it does nothing by itself. */
const isComponent = (file: string) =>
  file.endsWith('.tsx') && relative(`${import.meta.dirname}/modules`, file).split(sep)[1] === 'web';

const linkWorker = 'modules/links/web/holder/worker.ts';

/** The browser's half: hashed names, a manifest for the size check, every text file packed beforehand. */
export default defineConfig({
  plugins: [react(), styleNonce(), pdfAssets(), precompressed()],
  publicDir: 'web/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome109', 'safari16', 'firefox115'],
    manifest: true,
    // Nothing becomes a data: address: the content security policy allows fonts and styles from here only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The house's screens, the page of a customer who came by a link, of whoever checks a part, reads prices, visits a shop's page.
      // And the worker by which a customer reads his page without a network: at an address that does not change.
      input: ['index.html', 'link.html', 'genuine.html', 'prices.html', 'shop.html', linkWorker],
      // A door (web/index.ts) offers many components: a page takes along those that it shows, not all of them.
      treeshake: {
        // Of all others their own packages say it.
        moduleSideEffects: (file) => (isComponent(file) ? false : undefined),
      },
      output: {
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith(linkWorker) ? 'link-worker.js' : 'assets/[name]-[hash].js',
        // What seldom changes keeps its name over our releases, and so stays in the browsers' caches.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
            { name: 'typebox', test: /node_modules[\\/]typebox[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
