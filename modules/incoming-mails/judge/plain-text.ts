const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  yen: '¥',
  copy: '©',
};
/** What stands in these is not read by anybody. */
const unread = new Set([
  'head',
  'style',
  'script',
  'title',
  'noscript',
  'template',
  'object',
  'svg',
]);
const breaking = new Set([
  ...['br', 'p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'blockquote', 'hr', 'pre', 'section'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'header', 'footer', 'address', 'dt', 'dd'],
]);

/**
 * What a reader sees of HTML, as plain words: nothing of it is ever drawn, and nothing that it points to is fetched (D-61).
 * Walks it once, from tag to tag.
 */
export function plainOf(html: string): string {
  let out = '';
  let at = 0;
  let within = '';
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (within === '') out += html.slice(at, end).replaceAll(/\s+/g, ' ');
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const [, slash, name = ''] =
      /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, open + 20)) ?? [];
    const tag = name.toLowerCase();
    // A lone "<" among words is no tag.
    if (name === '' && !/^<[/!?]/.test(html.slice(open, open + 2))) {
      if (within === '') out += '<';
      at = open + 1;
      continue;
    }
    if (within === '' && unread.has(tag) && !slash && html[close - 1] !== '/') within = tag;
    else if (within === tag && slash) within = '';
    else if (within === '' && breaking.has(tag)) out += '\n';
    at = close + 1;
  }
  return tidied(decoded(out));
}

const decoded = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, inner: string) => {
    if (!inner.startsWith('#')) return named[inner.toLowerCase()] ?? whole;
    const isHex = inner[1]?.toLowerCase() === 'x';
    const code = Number.parseInt(inner.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 8 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ' ';
  });

/** Lines without what nobody sees: blanks at their ends, control characters, more than one empty line. */
export const tidied = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: strangers send them
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd().replace(/^ +(?=\S)/, ''))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
