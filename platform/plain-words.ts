const plain = /^\(?[A-Za-z][A-Za-z'._/-]*\)?[.,:;]?$/;
const small = /^\(?\d{1,5}\)?[.,:;]?$/;
const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[.,:;]?$/;
const place = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?[.,:;]?$/;
const mailStatus = /^[245]\.\d{1,3}\.\d{1,3}$/;
const known = [plain, small, ours, place, mailStatus];
const most = 300;

/**
 * The words of an error up to the first that may be somebody’s: databases, parsers and mail servers quote what they
 * were given, and bugs do (D-72, G-40). Plain words, small numbers, our ids and addresses of machines pass.
 */
export function plainWords(said: string): string {
  const words = said.slice(0, most).split(/\s+/);
  const at = words.findIndex((word) => !known.some((shape) => shape.test(word)));
  return at < 0 ? words.join(' ') : [...words.slice(0, at), '…'].join(' ');
}

const frame = /^ {4}at [\w .<>$[\]#()/:@+%-]+$/;
/** A word of a program, as names of errors, codes and tables are. */
const symbol = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\w{1,63}$/.test(value) ? value : undefined;

/** What may be written down of an error: what kind it is, its plain words, and where in the program it happened. */
export function toldOf(error: unknown) {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: '…', code: undefined, stack: '' };
  }
  const { code, table, constraint } = error as {
    code?: string;
    table?: string;
    constraint?: string;
  };
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  return {
    type: symbol(error.name) ?? 'Error',
    message: plainWords(error.message),
    code: symbol(code),
    table: symbol(table),
    constraint: symbol(constraint),
    stack: frames.join('\n'),
  };
}

/** The same in one line, for lists that people read. */
export function shortlyTold(error: unknown): string {
  const { type, message, code } = toldOf(error);
  return `${type}: ${message}${code ? ` (${code})` : ''}`;
}
