import { readXml, unescapeText } from './xml.ts';

/** The texts that cells refer to by number. Rich text is joined; phonetic guides are left out. */
export async function readSharedStrings(
  bytes: AsyncIterable<Buffer> | undefined,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isInText = false;
  let isInPhonetic = false;
  await readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isInPhonetic = true;
      else if (name === 't') isInText = !isInPhonetic;
    },
    text(piece) {
      if (isInText) text += piece;
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInPhonetic = false;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}
