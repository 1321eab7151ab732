import type { TSchema } from 'typebox';

interface Leaf {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  required?: readonly string[];
  properties?: Record<string, Leaf>;
  items?: Leaf;
  anyOf?: readonly Leaf[];
}

/** The smallest value that a contract allows; ids are the given one. For tests that speak to every route. */
export function sampleOf(schema: TSchema, id: string): unknown {
  return leaf(schema as unknown as Leaf, id);
}

function leaf(schema: Leaf, id: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.find((word) => word !== '') ?? schema.enum[0];
  if (schema.anyOf) return leaf(schema.anyOf[0]!, id);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, leaf(schema.properties![name]!, id)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leaf(schema.items!, id));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return text(schema, id);
  }
}

const byFormat: Record<string, string> = {
  date: '2026-11-20',
  'date-time': '2026-11-30T08:00:00.000Z',
};

/** For patterns that neither a word nor a letter fits: what is written in digits. */
const plain = ['12345678', '11-15'];

function text({ format, minLength = 1, pattern }: Leaf, id: string): string {
  if (format === 'uuid') return id;
  if (format && byFormat[format]) return byFormat[format];
  if (pattern?.includes(':')) return '09:00';
  const length = Math.max(minLength, 1);
  const tried = ['甲'.repeat(length), 'a'.repeat(length), ...plain];
  const fits = (sample: string) => pattern === undefined || new RegExp(pattern).test(sample);
  return tried.find(fits) ?? 'a'.repeat(length);
}
