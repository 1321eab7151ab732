import { SaxesParser } from 'saxes';
import { SheetFault } from '../fault.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What the reader of one part wants to hear. Names come without their namespace prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Feeds XML to a listener and pauses after each piece, so that the caller can pass on what came.
 * A document type is refused: no spreadsheet program writes one, and it is the door to entity
 * expansion (D-52).
 */
export async function* xmlPieces(
  bytes: AsyncIterable<Buffer>,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw new SheetFault('file_broken', 'document type');
  });
  parser.on('error', (error) => {
    throw new SheetFault('file_broken', error.message);
  });
  parser.on('opentag', (tag) => listener.open?.(localName(tag.name), tag.attributes as Attributes));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  if (listener.text) parser.on('text', listener.text);

  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
}

/** Feeds a whole part, for parts whose content is wanted at once. A missing part is an empty one. */
export async function readXml(
  bytes: AsyncIterable<Buffer> | undefined,
  listener: XmlListener,
): Promise<void> {
  if (!bytes) return;
  for await (const _ of xmlPieces(bytes, listener));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Spreadsheets write control characters in text as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
}
