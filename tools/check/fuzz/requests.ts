import { randomUUID } from 'node:crypto';
import type { Route } from '#shared/route.ts';
import type { Random } from '../random.ts';
import { Generator, type Schema } from './generate.ts';
import { hostileBodies, hostileTexts, oddContentTypes, oddHeaders } from './hostile.ts';
import type { Known } from './known.ts';
import type { Sent } from './sender.ts';

/** What the tester knows of a route: its contract as data. */
export interface RouteSeen {
  id: string;
  method: string;
  path: string;
  kind: Route['kind'];
  access: string;
  params: Schema;
  query: Schema;
  body: Schema;
  reply: Schema;
  status: number;
}

export const temper = ['valid', 'valid', 'valid', 'spoiled', 'spoiled', 'hostile'] as const;
type Temper = (typeof temper)[number];

/** Makes requests out of contracts, of all tempers. */
export class RequestMaker {
  private readonly random: Random;
  private readonly known: Known;
  private readonly generator: Generator;
  constructor(random: Random, known: Known) {
    this.random = random;
    this.known = known;
    this.generator = new Generator(random, known.idFor);
  }

  /** @param ids what the address names, where it is not up to chance */
  make(route: RouteSeen, mood: Temper, ids: Readonly<Record<string, string>> = {}): Sent {
    const { random } = this;
    const path = this.address(route, mood, ids);
    const headers: Record<string, string> = {};
    const version = this.known.versionOf(path);
    const needsVersion = route.method === 'PATCH' || route.method === 'DELETE';
    if (version !== undefined && (needsVersion || random() < 0.1)) {
      headers['if-match'] = `"${random() < 0.9 ? version : version + 1}"`;
    }
    if (route.method === 'POST' && random() < 0.3) headers['idempotency-key'] = this.key();
    if (random() < 0.2) headers['accept-language'] = random.of(['en', 'zh-CN', 'en-GB,zh;q=0.8']);
    const sent: Sent = { routeId: route.id, method: route.method, path, headers };
    if (route.kind === 'upload') return this.withUpload(sent);
    if (route.method !== 'GET') this.putBody(sent, route, mood);
    if (mood !== 'valid' && random() < 0.25) Object.assign(headers, random.of(oddHeaders));
    return sent;
  }

  private keys: string[] = [];
  /** Most keys are new; some come again, with whatever body. */
  private key(): string {
    if (this.keys.length > 5 && this.random() < 0.2) return this.random.of(this.keys);
    const key = randomUUID();
    this.keys = [...this.keys.slice(-50), key];
    return key;
  }

  private address(route: RouteSeen, mood: Temper, ids: Readonly<Record<string, string>>): string {
    const { random } = this;
    const odd = mood === 'hostile' && random() < 0.2;
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
      if (odd) return encoded(random.of(hostileTexts)).slice(0, 300) || 'x';
      return ids[name] ?? String(this.parameter(route.params, name));
    });
    const query = this.query(route.query, mood);
    return `/api/v1${path}${query === '' ? '' : `?${query}`}`;
  }

  private parameter({ properties = {} }: Schema, name: string): unknown {
    const schema = properties[name] ?? {};
    if (schema.type === 'integer') return 1 + this.random.whole(5);
    return schema.format === 'uuid'
      ? this.known.idFor(name, this.random)
      : encoded(String(this.generator.valid(schema).value));
  }

  private query(schema: Schema, mood: Temper): string {
    const { random } = this;
    const made = this.generator.valid(schema);
    if (mood === 'spoiled') this.generator.spoiled(made);
    if (mood === 'hostile') this.generator.hostile(made);
    const pairs = Object.entries(made.value as object)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]);
    if (schema.properties?.cursor && random() < 0.3)
      pairs.push(['cursor', this.known.cursor(random)]);
    const text = pairs.map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`);
    if (mood === 'hostile' && random() < 0.3) text.push(random.of(oddQueries));
    return text.join('&').slice(0, 6000).replace(/%.?$/, '');
  }

  private putBody(sent: Sent, route: RouteSeen, mood: Temper): void {
    const { random } = this;
    sent.headers['content-type'] = 'application/json';
    if (mood === 'hostile' && random() < 0.35) {
      sent.body = random.of(hostileBodies)();
      if (random() < 0.3) sent.headers['content-type'] = random.of(oddContentTypes);
      return;
    }
    const made = this.generator.valid(route.body);
    const value =
      mood === 'valid'
        ? made.value
        : mood === 'spoiled'
          ? this.generator.spoiled(made)
          : this.generator.hostile(made);
    sent.body = Buffer.from(JSON.stringify(value) ?? 'null');
    if (mood === 'hostile' && random() < 0.15) {
      sent.headers['content-type'] = random.of(oddContentTypes);
    }
  }

  private withUpload(sent: Sent): Sent {
    sent.headers['content-type'] = 'application/octet-stream';
    sent.body = this.random.of([
      Buffer.from('姓名,电话,车牌\n王芳,13800138000,粤B12345\n'),
      Buffer.from(this.random.of(hostileTexts)),
      Buffer.alloc(this.random.whole(5000), this.random.whole(256)),
    ]);
    return sent;
  }
}

/** Lone surrogates cannot be written in an address; as what they would be in bytes, they can. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

const oddQueries = [
  'limit=1&limit=2',
  'limit[]=1',
  'limit[$gt]=1',
  'limit=1e3',
  'limit=0x10',
  'limit=+5',
  'limit=-0',
  'count=TRUE',
  'q=%00',
  'q=%ED%A0%80',
  'q=%FF%FE',
  'q=%E4%B8',
  '__proto__=1',
  'constructor=1',
  '=&&==&',
  '%',
  'a'.repeat(3000),
];
