import build, { type Schema } from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';

type Node = Record<string, unknown>;

/**
 * What writes a route's answer as its contract says is made when the route first answers. Made at the start, for hundreds
 * of routes, it was a third of the time until the program was ready.
 */
export function writeAnswersWhenAsked(http: FastifyInstance): void {
  http.setSerializerCompiler(({ schema }) => {
    let write: ((answer: unknown) => string) | undefined;
    return (answer: unknown) => {
      write ??= build(withoutChoices(schema as Node) as unknown as Schema);
      return write(answer);
    };
  });
}

/**
 * "This or null" said by `nullable` and not by a choice: for a choice each value is checked against the whole schema, and
 * making that check for a page with much on it held everybody up for most of a second.
 */
function withoutChoices(schema: Node): Node {
  const { anyOf, $id: _, ...rest } = schema;
  const [only, none, ...more] = (anyOf ?? []) as Node[];
  if (only && none?.type === 'null' && more.length === 0) {
    const node = withoutChoices(only);
    return node.type ? { ...rest, ...node, nullable: true } : { ...rest, ...node };
  }
  const node: Node = anyOf ? { ...rest, ...oneOfTypes(anyOf as Node[]) } : rest;
  if (node.properties) node.properties = inEach(node.properties as Record<string, Node>);
  if (node.patternProperties)
    node.patternProperties = inEach(node.patternProperties as Record<string, Node>);
  if (node.items) node.items = withoutChoices(node.items as Node);
  return node;
}

const plainTypes = ['string', 'number', 'integer', 'boolean'];
/** A text or a number is told apart by what it is. */
const oneOfTypes = (anyOf: Node[]): Node =>
  anyOf.every(({ type }) => plainTypes.includes(String(type)))
    ? { type: anyOf.map(({ type }) => type) }
    : { anyOf };

const inEach = (nodes: Record<string, Node>) =>
  Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, withoutChoices(node)]));
