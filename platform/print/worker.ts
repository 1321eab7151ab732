/** The process that typesets: Typst blocks while it works, keeps fonts and caches of its own, and is native code. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { serveOrders } from '../helper-process.ts';
import { glyphsOf } from './glyphs.ts';
import { printableJson } from './text.ts';

/** What is handed to the process: see `PrintTemplate` and `printPdf`. */
export interface PrintOrder {
  readonly templatePath: string;
  readonly json: string;
  readonly images: Readonly<Record<string, string>>;
  readonly withPicture?: boolean;
}

export type PrintAnswer =
  | { kind: 'printed'; pdf: Uint8Array<ArrayBuffer>; picture?: string; missing: string[] }
  | { kind: 'failed'; message: string };

/** Results of the compiler's memory that no form has used for this many forms are dropped. */
const formsKept = 5;

const { resolve } = createRequire(import.meta.url);
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map(
  (file) => readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${file}`)),
);
const glyphs = fonts.map(glyphsOf);
/** A form is set in both weights: a character counts when both can draw it. */
const hasGlyph = (codePoint: number) => glyphs.every((has) => has(codePoint));

/** The compiler reads below this folder only, and there is nothing in it but the printing itself. */
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('.', import.meta.url)),
  fontArgs: [{ fontBlobs: fonts }],
});

function print({ templatePath, json, images, withPicture }: PrintOrder): PrintAnswer {
  const printable = printableJson(json, hasGlyph);
  const inputs = {
    ...images,
    data: printable.json,
    missing: JSON.stringify(printable.missing.map(codeOf)),
  };
  const made = compiler.compile({ mainFileContent: readFileSync(templatePath, 'utf8'), inputs });
  const fault = made.takeDiagnostics();
  if (made.hasError() || !made.result) return { kind: 'failed', message: explain(fault) };
  const pdf = Uint8Array.from(compiler.pdf(made.result));
  const picture = withPicture ? groundsInPlace(compiler.plainSvg(made.result)) : undefined;
  return { kind: 'printed', pdf, picture, missing: printable.missing };
}

/**
 * The compiler moves each page below the one before, but leaves its white ground at the top, over the first: it is moved
 * with its page.
 */
const groundsInPlace = (svg: string) =>
  svg.replace(/^( {4}<path )([^>]*\/>\n {4}<g (transform="[^"]*")>)/gm, '$1$3 $2');

const codeOf = (character: string) =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

function explain(fault: NodeError | null): string {
  if (!fault) return 'the compiler gave no document';
  const diagnostics: { message: string; path: string }[] = compiler.fetchDiagnostics(fault);
  return diagnostics.map(({ message, path }) => `${path}: ${message}`).join('; ');
}

serveOrders<PrintOrder, PrintAnswer>(async (order) => {
  try {
    return print(order);
  } catch (error) {
    return { kind: 'failed', message: (error as Error).message };
  } finally {
    compiler.evictCache(formsKept);
  }
});
