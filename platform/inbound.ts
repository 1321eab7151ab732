import type { Static, TSchema } from 'typebox';
import type { Work } from './work.ts';

/** Something that another program may hand in: its shape, and who takes it. */
export interface InboundSource<Body extends TSchema = TSchema> {
  name: string;
  body: Body;
  /** How much of it may come in a minute at one address; 120 unless it says more. */
  requestsAMinute?: number;
  /** In the transaction in which its id is noted, so that it is taken once. Says what was made of it. */
  receive(work: Work, body: Static<Body>): Promise<{ type: string; id: string }>;
}

const known = new Map<string, InboundSource>();

/** Registered by the module that takes it, at its load. */
export function defineInbound<Body extends TSchema>(source: InboundSource<Body>): void {
  if (known.has(source.name)) throw new Error(`two inbound sources are called ${source.name}`);
  known.set(source.name, source as unknown as InboundSource);
}

/** The source of that name, if its module is loaded. */
export const inboundSource = (name: string): InboundSource | undefined => known.get(name);
