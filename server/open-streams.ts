import type { ServerResponse } from 'node:http';
import { type Actor, inScope } from '#platform/actor.ts';
import type { Live, Told } from '#platform/live.ts';
import type { Change } from '#platform/work.ts';

/** What is told within such a moment goes out in one piece: two hundred screens cost a write each, not one a change. */
const gatheredMs = 20;
const heartbeatMs = 20_000;

interface Stream {
  raw: ServerResponse;
  actor: Actor;
  /** What was told and has not gone out yet. */
  waiting: string;
}

/** The event streams that stand open: who may see a record is told that it changed. */
export class OpenStreams {
  private readonly byTenant = new Map<string, Set<Stream>>();
  private readonly live: Live;
  private sending: ReturnType<typeof setTimeout> | undefined;
  private readonly stopListening: () => void;
  private readonly beating: ReturnType<typeof setInterval>;

  constructor(live: Live) {
    this.live = live;
    this.stopListening = live.listen((told) => this.hear(told));
    this.beating = setInterval(() => {
      for (const { raw } of this.all()) raw.write(': \n\n');
    }, heartbeatMs);
    this.beating.unref();
  }

  /** A stream whose head was written; it leaves when its connection closes. */
  add(raw: ServerResponse, actor: Actor): void {
    const stream: Stream = { raw, actor, waiting: '' };
    const beside = this.byTenant.get(actor.tenantId) ?? new Set();
    this.byTenant.set(actor.tenantId, beside.add(stream));
    this.live.openStreams += 1;
    raw.on('close', () => {
      beside.delete(stream);
      this.live.openStreams -= 1;
      if (beside.size === 0 && this.byTenant.get(actor.tenantId) === beside)
        this.byTenant.delete(actor.tenantId);
    });
  }

  /** Ends them all: the program goes down. */
  end(): void {
    this.stopListening();
    clearInterval(this.beating);
    clearTimeout(this.sending);
    for (const { raw } of this.all()) raw.end();
  }

  private hear({ tenantId, changes }: Told): void {
    const streams = this.byTenant.get(tenantId);
    if (!streams) return;
    const lines = changes.map(lineOf);
    for (const stream of streams) {
      if (changes.some((change) => endsSession(change, stream.actor))) stream.raw.end();
      else this.tell(stream, changes, lines);
    }
  }

  private tell(stream: Stream, changes: readonly Change[], lines: readonly string[]): void {
    for (const [at, { orgPath }] of changes.entries())
      if (inScope(stream.actor, orgPath)) stream.waiting += lines[at];
    if (stream.waiting !== '') this.sending ??= setTimeout(() => this.send(), gatheredMs);
  }

  private send(): void {
    this.sending = undefined;
    for (const stream of this.all()) {
      if (stream.waiting === '' || stream.raw.writableEnded) continue;
      stream.raw.write(stream.waiting);
      stream.waiting = '';
    }
  }

  private *all(): Iterable<Stream> {
    for (const streams of this.byTenant.values()) yield* streams;
  }
}

const lineOf = ({ type, id, event }: Change): string =>
  `data: ${JSON.stringify({ type, id, event })}\n\n`;

const endsSession = ({ type, id, event }: Change, { sessionId }: Actor): boolean =>
  type === 'session' && id === sessionId && event === 'people.signedOut';
