import fc from 'fast-check';
import type { Route } from '#shared/route.ts';
import type { Schema } from '#tools/check/fuzz/generate.ts';
import type { Sent } from '#tools/check/fuzz/sender.ts';
import type { Random } from '#tools/check/random.ts';
import type { Canaries } from './canaries.ts';

/** Ids of records that there are, by the name of the field that asks for one. */
type IdFor = (name: string) => string;

/** Makes requests out of contracts, with a canary in every place that takes a text. */
export class Filling {
  /** Every place of every route that has held a canary. */
  readonly places = new Set<string>();
  private readonly canaries: Canaries;
  private readonly random: Random;
  private readonly idFor: IdFor;
  constructor(canaries: Canaries, random: Random, idFor: IdFor) {
    this.canaries = canaries;
    this.random = random;
    this.idFor = idFor;
  }

  /** @param isWhole every field that may be given is given; else some are left out, as people do */
  request(route: Route, isWhole: boolean): Sent {
    const parts = { isWhole, routeId: route.id };
    const value = (schema: unknown, at: string) => this.value(schema as Schema, at, '', parts);
    const params = value(route.params, 'params') as Record<string, unknown>;
    const path = route.path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(`${params[name]}`));
    const asked = Object.entries(value(route.query, 'query') as object)
      .filter(([name]) => name !== 'cursor')
      .map(([name, given]) => `${name}=${encodeURIComponent(String(given))}`);
    // What no contract asks for is sent all the same.
    asked.push(`q=${encodeURIComponent(this.canaries.for(`${route.id} query`, 'q', 200))}`);
    const isKnown = 'q' in ((route.query as Schema).properties ?? {});
    const query = isKnown || this.random() < 0.1 ? asked : asked.slice(0, -1);
    const headers: Record<string, string> = {
      'if-match': '"1"',
      'user-agent': this.canaries.for(`${route.id} header`, 'token', 200),
      referer: `http://localhost/?q=${this.canaries.for(`${route.id} header`, 'token', 200)}`,
    };
    const sent: Sent = { routeId: route.id, method: route.method, path: `/api/v1${path}`, headers };
    if (query.length > 0) sent.path += `?${query.join('&')}`;
    if (route.method === 'GET') return sent;
    if (route.method === 'POST' && this.random() < 0.5)
      headers['idempotency-key'] = this.canaries.for(`${route.id} header`, 'key', 200);
    if (route.kind === 'upload') {
      headers['content-type'] = 'application/octet-stream';
      sent.body = Buffer.from(this.list(route.id));
      return sent;
    }
    headers['content-type'] = 'application/json';
    sent.body = Buffer.from(JSON.stringify(value(route.body, 'body')) ?? 'null');
    return sent;
  }

  /** A list of customers, as a shop brings it along. */
  list(where: string): string {
    const row = ['name', 'phone', 'plate', 'vin', 'remark']
      .map((name) => this.canaries.for(`${where} file`, name, 200))
      .join(',');
    return `姓名,电话,车牌,车架号,备注\n${row}\n${'李四,1390013,粤A5432,,\n'.repeat(3)}`;
  }

  private value(schema: Schema, at: string, name: string, parts: Parts): unknown {
    const { random } = this;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return random.of(schema.enum);
    if (schema.anyOf) {
      const real = schema.anyOf.filter(({ type }) => type !== 'null');
      return this.value(random.of(real.length > 0 ? real : schema.anyOf), at, name, parts);
    }
    switch (schema.type) {
      case 'object':
        return this.object(schema, at, parts);
      case 'array': {
        const { minItems = 0, maxItems = 1, items = {} } = schema;
        const length = Math.max(minItems, Math.min(1, maxItems));
        return Array.from({ length }, () => this.value(items, `${at}/*`, name, parts));
      }
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'boolean':
        return random() < 0.5;
      case 'null':
        return null;
      default:
        return this.text(schema, at, name, parts);
    }
  }

  private object({ properties = {}, required = [] }: Schema, at: string, parts: Parts): object {
    const given = Object.entries(properties).filter(
      ([name]) => parts.isWhole || required.includes(name) || this.random() < 0.6,
    );
    return Object.fromEntries(
      given.map(([name, schema]) => [name, this.value(schema, `${at}/${name}`, name, parts)]),
    );
  }

  private number({ minimum = 0, maximum = 1_000_000 }: Schema): number {
    return minimum + this.random.whole(Math.min(maximum - minimum, 100_000) + 1);
  }

  private text(schema: Schema, at: string, name: string, { routeId }: Parts): string {
    const { format, pattern, minLength = 0, maxLength = 200 } = schema;
    if (format === 'uuid') return this.idFor(name);
    if (format === 'date') return this.random.of(['2026-11-21', '2026-12-01', '2019-02-28']);
    if (format === 'date-time')
      return this.random.of(['2026-11-30T08:00:00.000Z', '2027-06-01T00:00:00Z']);
    const where = `${routeId} ${at}`;
    const canary = this.canaries.for(where, name, maxLength);
    const fitting = [
      canary,
      this.canaries.for(where, 'token', maxLength),
      this.canaries.for(where, 'mail', maxLength),
    ].find((text) => pattern === undefined || new RegExp(pattern).test(text));
    if (fitting === undefined)
      return this.random.of(
        fc.sample(fc.stringMatching(new RegExp(pattern!)), { numRuns: 3, seed: 7 }),
      );
    if (fitting.length >= 7) this.places.add(where);
    return fitting.padEnd(minLength, '甲');
  }
}

interface Parts {
  isWhole: boolean;
  routeId: string;
}
