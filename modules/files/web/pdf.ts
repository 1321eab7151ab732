import {
  GlobalWorkerOptions,
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerPath from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { FileViewWord } from '../locales/words-view.ts';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
export { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Above it a phone has no memory left for the pages. */
export const mostMegabytes = 50;

/** Why a PDF is not shown; each has a sentence that says what to do. */
export type Refusal = Extract<
  FileViewWord,
  'encrypted' | 'broken' | 'tooLarge' | 'gone' | 'unreachable' | 'unsupported'
>;
export class PdfRefused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

GlobalWorkerOptions.workerSrc = workerPath;

/** Laid beside the screens by the build (`tools/vite-pdf-assets.ts`): how Chinese is coded where a PDF does not say it. */
const assets = new URL(`/assets/pdf-${version}/`, location.href);
const folder = (name: string) => new URL(`${name}/`, assets).href;

/**
 * Opens a PDF of ours, its bytes fetched at once: each range by itself would be a reading of its own on record. Nothing of
 * it runs: no eval, no WebAssembly (the policy refuses both), no script that it holds.
 */
export async function openPdf(source: string, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const data = await bytesOf(source, signal);
  const task = getDocument({
    data,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useWasm: false,
    enableXfa: false,
    // A scan of a whole sheet at 600 dots an inch; beyond it the page stays without that picture.
    maxImageSize: 64_000_000,
    verbosity: 0,
  });
  signal.addEventListener('abort', () => void task.destroy());
  return task.promise.catch((error: unknown) => {
    void task.destroy();
    throw new PdfRefused(reasonOf(error));
  });
}

function reasonOf(error: unknown): Refusal {
  if (error instanceof PasswordException) return 'encrypted';
  if (error instanceof InvalidPDFException) return 'broken';
  // What the browser lacks, the program misses as a reference or a type.
  return error instanceof ReferenceError || error instanceof TypeError ? 'unsupported' : 'broken';
}

async function bytesOf(source: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(source, { signal }).catch(() => undefined);
  if (!answer || answer.status >= 500) throw new PdfRefused('unreachable');
  if (!answer.ok) throw new PdfRefused('gone');
  if (Number(answer.headers.get('content-length')) > mostMegabytes * 1024 * 1024) {
    await answer.body?.cancel();
    throw new PdfRefused('tooLarge');
  }
  const bytes = await answer.arrayBuffer().catch(() => undefined);
  if (!bytes) throw new PdfRefused('unreachable');
  return new Uint8Array(bytes);
}
