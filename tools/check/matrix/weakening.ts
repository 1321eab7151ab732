/** A check in the product's code that can be taken away. */
export interface CodeWall {
  readonly id: number;
  /** Where it stands and what it says. */
  readonly name: string;
}

/** Questions whose yes lets someone through. */
const letsThrough =
  /\b(?:can|inScope|maySee|mayTake|isYours|isSecret|mayNameStandIn|hasProved|maySeeFile)\(/g;
/** Questions whose yes keeps someone out. */
const keepsOut = /\bisAbove\(/g;
/** Terms that are over. */
const isOver = /\b\w+\.expiresAt <= now\b|\bhoursBetween\([^()]*\) > idleHours\b|\bactor\.owes &&/g;
/** Calls that refuse, standing alone. */
const refuses =
  /^(\s*)(?:await )?(?:refuse(?:Above|Seeing|Stopping|Unless|RolesAbove|ForeignOrigin)|allowRoute)\(/;
const throwsRefusal = /throw (?:forbidden|notFound|unauthenticated)\(|throw new Problem\(40[134],/;
/** A predicate of a policy. */
const predicate = /^export const (?:may|is)\w+ = \(actor: Actor[\s\S]*?;$/gm;

interface Edit {
  at: number;
  length: number;
  text: string;
  name: string;
}

/** The source with every check made passable, and what the checks are called. @param first the number of the first */
export function weakened(path: string, source: string, first: number) {
  const edits = [
    ...editsWithin(source, refusingLines(source)),
    ...refusingCalls(source),
    ...(path.endsWith('/policy.ts') ? editsWithin(source, predicatesOf(source)) : []),
  ].sort((one, other) => one.at - other.at);
  const found: CodeWall[] = [];
  let text = source;
  for (const [nth, { at, length, text: put, name }] of [...edits.entries()].reverse()) {
    const id = first + nth;
    found.unshift({ id, name: `${path}:${lineAt(source, at)} ${name}` });
    text = text.slice(0, at) + put.replaceAll('§', String(id)) + text.slice(at + length);
  }
  return { source: text, found };
}

interface Span {
  from: number;
  until: number;
}

/** From the `if` to the refusal that it throws, on one line or two. */
function refusingLines(source: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: text } of source.matchAll(/^ *if \([^\n]*(?:\n? *throw [^\n]*)/gm)) {
    if (throwsRefusal.test(text))
      spans.push({ from: index, until: index + text.indexOf('throw ') });
  }
  return spans;
}

const predicatesOf = (source: string): Span[] =>
  [...source.matchAll(predicate)].map(({ index, 0: text }) => ({
    from: index + text.indexOf('=>'),
    until: index + text.length,
  }));

function editsWithin(source: string, spans: readonly Span[]): Edit[] {
  return spans.flatMap(({ from, until }) => {
    const part = source.slice(from, until);
    const calls = (pattern: RegExp, put: (call: string) => string): Edit[] =>
      [...part.matchAll(pattern)].map(({ index }) => {
        const call = callAt(part, index);
        return { at: from + index, length: call.length, text: put(call), name: call };
      });
    return [
      ...calls(letsThrough, (call) => `(wallIsAway(§) || ${call})`),
      ...calls(keepsOut, (call) => `(!wallIsAway(§) && ${call})`),
      ...[...part.matchAll(isOver)].map(({ index, 0: term }) => ({
        at: from + index,
        length: term.length,
        text: term.endsWith('&&') ? `!wallIsAway(§) && ${term}` : `(!wallIsAway(§) && ${term})`,
        name: term,
      })),
    ];
  });
}

function refusingCalls(source: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    const indent = refuses.exec(line)?.[1];
    if (indent !== undefined && line.endsWith(');')) {
      const start = at + indent.length;
      edits.push({ at: start, length: 0, text: 'if (!wallIsAway(§)) ', name: line.trim() });
    }
    at += line.length + 1;
  }
  return edits;
}

/** A call with all of its arguments. */
function callAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

const lineAt = (source: string, at: number) => source.slice(0, at).split('\n').length;
