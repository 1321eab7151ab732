import { fileURLToPath } from 'node:url';
import { createPrinter, type Printed } from './printer.ts';

/** A Typst file and the shape of the data that it sets: `Data` reaches it as JSON, never as markup. */
export interface PrintTemplate<Data> {
  readonly file: URL;
  /** Only for the compiler: ties the data to the template. */
  readonly sets?: Data;
}

/** Names a template beside the code that fills it: `printTemplate<Sheet>(new URL('./sheet.typ', import.meta.url))`. */
export function printTemplate<Data>(file: URL): PrintTemplate<Data> {
  return { file };
}

const printer = createPrinter();

/**
 * Sets a form as PDF (A4, fonts embedded, text selectable).
 * @param images SVG by name, for the template's `sys.inputs`; unlike the data it is not looked over.
 * @param withPicture also as a picture: for a telephone that shows no PDF (`sendPaper`)
 * @returns the PDF, and the characters that the font cannot draw (〓 stands for them on paper).
 * @throws Problem `print_busy`, `print_too_large`, `print_too_slow` or `print_stopped`.
 */
export function printDocument<Data>(
  template: PrintTemplate<Data>,
  data: Data,
  images: Readonly<Record<string, string>> = {},
  withPicture = false,
): Promise<Printed> {
  const templatePath = fileURLToPath(template.file);
  return printer.print({ templatePath, json: JSON.stringify(data), images, withPicture });
}

/** {@link printDocument} for those who want the paper only. */
export async function printPdf<Data>(
  template: PrintTemplate<Data>,
  data: Data,
  images: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  return (await printDocument(template, data, images)).pdf;
}

/** Ends the printing process when the server stops. */
export const stopPrinting = () => printer.close();
