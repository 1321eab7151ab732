import fc from 'fast-check';
import type { Random } from '../random.ts';
import { hostileNumbers, hostileTexts, hostileValue } from './hostile.ts';

/** What a contract's schema says of a value; only the words that our contracts use. */
export interface Schema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  required?: readonly string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: readonly Schema[];
}

/** Where a value stands, so that it can be spoiled afterwards. */
interface Slot {
  holder: Record<string, unknown> | unknown[];
  key: string | number;
  schema: Schema;
}

export interface Made {
  value: unknown;
  slots: Slot[];
}

/** Ids of real records by the name of the field that asks for one. */
export type IdFor = (name: string, random: Random) => string;

/** Values that fit a contract: what people type, and what fits although nobody types it. */
export class Generator {
  private readonly random: Random;
  private readonly idFor: IdFor;
  constructor(random: Random, idFor: IdFor) {
    this.random = random;
    this.idFor = idFor;
  }

  valid(schema: Schema): Made {
    const slots: Slot[] = [];
    const value = this.value(schema, '', slots);
    return { value, slots };
  }

  private value(schema: Schema, name: string, slots: Slot[]): unknown {
    const { random } = this;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return random.of(schema.enum);
    if (schema.anyOf) return this.value(random.of(schema.anyOf), name, slots);
    switch (schema.type) {
      case 'object':
        return this.object(schema, slots);
      case 'array':
        return this.array(schema, name, slots);
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'boolean':
        return random() < 0.5;
      case 'null':
        return null;
      case 'string':
        return this.text(schema, name);
      default:
        return hostileValue(random);
    }
  }

  private object({ properties = {}, required = [] }: Schema, slots: Slot[]): object {
    const holder: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties)) {
      // A cursor is no text that anybody makes up: real and spoiled ones come from answers.
      if (name === 'cursor') continue;
      if (!required.includes(name) && this.random() < 0.5) continue;
      holder[name] = this.value(schema, name, slots);
      slots.push({ holder, key: name, schema });
    }
    return holder;
  }

  private array({ items = {}, minItems = 0, maxItems = 3 }: Schema, name: string, slots: Slot[]) {
    const full = this.random() < 0.03 ? Math.min(maxItems, 60) : Math.min(maxItems, minItems + 2);
    const length = Math.max(minItems, this.random.whole(full + 1));
    const holder: unknown[] = [];
    for (let at = 0; at < length; at++) {
      holder.push(this.value(items, name, slots));
      slots.push({ holder, key: at, schema: items });
    }
    return holder;
  }

  private number({ type, minimum = -1000, maximum = 1_000_000 }: Schema): number {
    const { random } = this;
    const within = minimum + random.whole(Math.min(maximum - minimum, 200_000) + 1);
    const candidate = random.of([minimum, maximum, within, within, within, within]);
    return type === 'number' && random() < 0.2 ? Math.min(maximum, candidate + 0.5) : candidate;
  }

  private text({ format, pattern, minLength = 0, maxLength = 200 }: Schema, name: string): string {
    const { random } = this;
    if (format === 'uuid') return this.idFor(name, random);
    if (format === 'date') return random.of(dates);
    if (format === 'date-time') return random.of(instants);
    if (pattern !== undefined && pattern !== '\\S') return random.of(matching(pattern));
    const known = plain[name];
    if (known && random() < 0.6) return random.of(known);
    const text = random() < 0.2 ? random.of(fitting) : random.of(ordinary);
    return text.padEnd(minLength, '甲').slice(0, random() < 0.9 ? maxLength : maxLength + 1);
  }

  /** Spoils one place: a type, a bound, a name, a null, a word that is not in the list. */
  spoiled({ value, slots }: Made): unknown {
    const { random } = this;
    if (slots.length === 0) return random() < 0.5 ? { unknown: 1 } : hostileValue(random);
    const slot = random.of(slots);
    if (random() < 0.15) return { ...(value as object), [random.of(extraNames)]: 1 };
    if (random() < 0.2 && !Array.isArray(slot.holder)) {
      delete slot.holder[slot.key as string];
      return value;
    }
    (slot.holder as Record<string | number, unknown>)[slot.key] = this.wrong(slot.schema);
    return value;
  }

  private wrong({ type, minimum, maximum, maxLength, maxItems, items }: Schema): unknown {
    const { random } = this;
    const edges: unknown[] = [null, '', [], {}, true, '7', 7, -1, hostileValue(random)];
    if (minimum !== undefined) edges.push(minimum - 1, minimum - 0.5, String(minimum));
    if (maximum !== undefined) edges.push(maximum + 1, maximum + 0.5, maximum * 10);
    if (maxLength !== undefined) edges.push('长'.repeat(maxLength + 1), '𠮷'.repeat(maxLength));
    if (maxItems !== undefined) {
      const one = items ? this.value(items, '', []) : 1;
      edges.push(Array.from({ length: Math.min(maxItems + 1, 1000) }, () => one));
    }
    if (type === 'integer' || type === 'number') edges.push(...hostileNumbers);
    if (type === 'string') edges.push(...random.shuffled(hostileTexts).slice(0, 8));
    return random.of(edges);
  }

  /** Fills several places with what nobody would type. */
  hostile({ value, slots }: Made): unknown {
    for (const { holder, key } of slots) {
      if (this.random() < 0.4)
        (holder as Record<string | number, unknown>)[key] = hostileValue(this.random);
    }
    return value;
  }
}

const extraNames = [
  'unknown',
  'tenantId',
  'version',
  'state',
  'id',
  'constructor',
  'createdBy',
  '',
];

const ordinary = [
  '刹车有异响',
  '客户要求尽快修好',
  '王秀英',
  '已致电道歉，今天下午技师到场检查。',
  'John Smith',
  '换机油',
  '一',
  '陆家嘴环路 1000 号 3 楼',
];
/** What nobody types and every contract must allow. */
const fitting = hostileTexts.filter(
  (text) => text.isWellFormed() && !text.includes('\u0000') && /\S/.test(text),
);
/** What people type where the name says it. */
const plain: Readonly<Record<string, readonly string[]>> = {
  plate: ['粤B12345', '沪A8D219', '京AF12345', '粤BD12345', '港1234'],
  phone: ['13800138000', '139 1234 5678', '0755-12345678', '10086'],
  complainantPhone: ['13800138000', '13912345678'],
  vin: ['LFV3A23C2F3100001', 'LSVAA4187C2184841'],
  host: ['127.0.0.1', 'localhost'],
  address: ['shop@example.cn', '13800138000'],
  from: ['shop@example.cn'],
  q: ['粤B', '王', '1380', '138', 'GD26', '秦'],
};
const dates = ['2026-11-21', '2026-11-20', '2026-12-01', '2028-02-29', '1900-01-01', '2199-12-31'];
const instants = [
  '2026-11-26T08:00:00.000Z',
  '2026-11-26T02:29:59.999Z',
  '2026-12-01T00:00:00Z',
  '2027-06-01T08:00:00+08:00',
  '2028-02-29T12:00:00.000Z',
  '2199-12-31T23:59:59.999Z',
];

const samples = new Map<string, readonly string[]>();
/** Texts that match a contract's pattern; the same at every run. */
function matching(pattern: string): readonly string[] {
  let known = samples.get(pattern);
  if (!known) {
    known = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 30, seed: 7 });
    samples.set(pattern, known);
  }
  return known;
}
