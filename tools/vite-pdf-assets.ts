import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
  version: string;
};

/**
 * What pdf.js fetches by name, each only for a PDF that needs it: how older Chinese PDFs code their letters, the fourteen
 * fonts that every reader has, and the pictures of scanners without WebAssembly, which our policy refuses.
 */
const needed: readonly (readonly [folder: string, which: RegExp])[] = [
  ['cmaps', /\.bcmap$/],
  ['standard_fonts', /\.(pfb|ttf)$/],
  ['wasm', /_nowasm_fallback\.js$/],
];

/** Lays them beside the screens under the version's own name, as `modules/files/web/pdf.ts` looks for them. */
export function pdfAssets(): Plugin {
  return {
    name: 'pdf-assets',
    apply: 'build',
    generateBundle() {
      for (const [folder, which] of needed) {
        for (const name of readdirSync(join(home, folder)).filter((name) => which.test(name))) {
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf-${version}/${folder}/${name}`,
            source: readFileSync(join(home, folder, name)),
          });
        }
      }
    },
  };
}
