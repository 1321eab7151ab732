/** Faults that a JSON text can have before any contract looks at it. */
export class JsonFault extends Error {
  readonly code: 'malformed' | 'duplicate_key' | 'too_deep' | 'bad_character';
  readonly pointer: string;
  constructor(code: JsonFault['code'], pointer = '') {
    super(code);
    this.code = code;
    this.pointer = pointer;
  }
}

const maxDepth = 32;

/**
 * Reads JSON strictly (D-30): a key twice, nesting over 32, NUL and lone surrogates are refused, because
 * PostgreSQL cannot store them or readers differ in what they mean. Strings come back in NFC, without blanks
 * around them.
 */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonFault('malformed');
  }
  refuseTwins(text);
  return tidied(value, '', 0);
}

function tidied(value: unknown, pointer: string, depth: number): unknown {
  if (depth > maxDepth) throw new JsonFault('too_deep', pointer);
  if (typeof value === 'string') return tidyText(value, pointer);
  if (Array.isArray(value))
    return value.map((item, at) => tidied(item, `${pointer}/${at}`, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === '__proto__') throw new JsonFault('malformed', pointer);
    return [tidyText(key, pointer), tidied(inner, `${pointer}/${key}`, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** Refuses what PostgreSQL cannot hold; normalises the rest. */
export function tidyText(text: string, pointer = ''): string {
  if (text.includes('\u0000') || !text.isWellFormed())
    throw new JsonFault('bad_character', pointer);
  return text.normalize('NFC').trim();
}

const token = /"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]:,]/g;

/** Of two equal keys JSON.parse silently keeps the last; a reviewer may have read the first. */
function refuseTwins(text: string): void {
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [part] of text.matchAll(token)) {
    if (part === '{') open.push(new Set());
    else if (part === '[') open.push(null);
    else if (part === '}' || part === ']') open.pop();
    else if (part === ':') {
      const keys = open.at(-1);
      const key: string = JSON.parse(last);
      if (keys?.has(key)) throw new JsonFault('duplicate_key', `/${key}`);
      keys?.add(key);
    }
    if (part.startsWith('"')) last = part;
  }
}
