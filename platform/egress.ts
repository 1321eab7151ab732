import { promises as dns, type LookupAddress } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { bareHost, isPublicAddress, Vouched } from './egress-address.ts';

export const egressReasons = [
  'off',
  'address',
  'scheme',
  'port',
  'host',
  'certificate',
  'too_slow',
  'too_large',
  'unreachable',
] as const;
export type EgressReason = (typeof egressReasons)[number];

/** A request that was not sent, or had no usable answer. The reason is all that a person is told of it. */
export class EgressRefused extends Error {
  readonly reason: EgressReason;
  constructor(reason: EgressReason, cause?: unknown) {
    super(`egress: ${reason}`, { cause });
    this.reason = reason;
  }
}

export interface EgressRules {
  /** Hosts (`host` or `host:port`) that the operator vouches for: also inside, by any port, without TLS. */
  allow: readonly string[];
  /** Nothing leaves at all: the operator's emergency switch. */
  isOff?: boolean;
  /** Patience for a whole exchange, name lookup included. */
  patienceMs?: number;
  /** Most bytes of an answer. */
  mostBytes?: number;
  /** Who knows the addresses of a name; the machine's own way unless a test brings one. */
  resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Further authorities to trust, in PEM. */
  authorities?: string;
}

/** What carries TLS on the usual ports of the web. */
const webPorts: ReadonlySet<number> = new Set([443, 8443]);

/**
 * The one way out of the house for what people configure (D-56): https to public addresses, the address checked and
 * then held, the certificate checked for the name, no redirects, five seconds and one megabyte in all. Who calls
 * shows people the class of the status and nothing of the answer.
 */
export class Egress {
  private readonly rules: EgressRules;
  private readonly vouched: Vouched;
  private readonly patienceMs: number;

  constructor(rules: EgressRules) {
    this.rules = rules;
    this.vouched = new Vouched(rules.allow);
    this.patienceMs = rules.patienceMs ?? 5000;
  }

  /**
   * Sends one request, as `fetch` would, but never follows a redirect: a 3xx is the answer. A file that is fetched may be
   * larger, and take longer, than what is said and answered.
   * @throws EgressRefused
   */
  fetchOut = async (
    target: string | URL,
    init: RequestInit = {},
    { mostBytes, patienceMs = this.patienceMs }: Pick<EgressRules, 'mostBytes' | 'patienceMs'> = {},
  ): Promise<Response> => {
    const url = this.checkedUrl(target);
    const slow = AbortSignal.timeout(patienceMs);
    const signal = init.signal ? AbortSignal.any([slow, init.signal]) : slow;
    try {
      return await this.exchange(url, { ...init, signal }, mostBytes);
    } catch (error) {
      if (error instanceof EgressRefused) throw error;
      throw new EgressRefused(slow.aborted ? 'too_slow' : reasonOf(error), error);
    }
  };

  /** Whether an address may be asked at all, without looking up its name. @throws EgressRefused */
  checkedUrl(target: string | URL): URL {
    if (!URL.canParse(String(target))) throw new EgressRefused('address');
    const url = new URL(target);
    const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443));
    const isVouched = this.vouched.has(url.hostname, port);
    if (url.username !== '' || url.password !== '') throw new EgressRefused('address');
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isVouched)) {
      throw new EgressRefused('scheme');
    }
    if (!isVouched && !webPorts.has(port)) throw new EgressRefused('port');
    const host = bareHost(url.hostname);
    if (!isVouched && isIP(host) !== 0 && !isPublicAddress(host)) throw new EgressRefused('host');
    return url;
  }

  /** Whether the operator vouches for a host: it may be spoken to without TLS. */
  vouchesFor(host: string, port: number): boolean {
    return this.vouched.has(host, port);
  }

  /** Further authorities to trust, for protocols with a client of their own. */
  get authorities(): string | undefined {
    return this.rules.authorities;
  }

  /**
   * Where a host may be reached: one private address among several refuses all. For protocols with a client of their
   * own (SMTP and IMAP, by their own usual ports), which must then connect to exactly these. @throws EgressRefused
   */
  async addressesOf(
    host: string,
    port: number,
    usualPorts: ReadonlySet<number> = webPorts,
  ): Promise<readonly LookupAddress[]> {
    if (this.rules.isOff) throw new EgressRefused('off');
    const bare = bareHost(host);
    const isVouched = this.vouched.has(bare, port);
    if (!isVouched && !usualPorts.has(port)) throw new EgressRefused('port');
    const family = isIP(bare);
    const found = family === 0 ? await this.resolved(bare) : [{ address: bare, family }];
    const isFit = isVouched || found.every((at) => isPublicAddress(at.address));
    if (found.length === 0 || !isFit) throw new EgressRefused('host');
    return found;
  }

  private async resolved(host: string): Promise<readonly LookupAddress[]> {
    try {
      return await (this.rules.resolve ?? everyAddress)(host);
    } catch (error) {
      throw new EgressRefused('host', error);
    }
  }

  private async exchange(
    url: URL,
    init: RequestInit & { signal: AbortSignal },
    mostBytes: number | undefined,
  ): Promise<Response> {
    const isTls = url.protocol === 'https:';
    const port = Number(url.port || (isTls ? 443 : 80));
    const addresses = await orAborted(this.addressesOf(url.hostname, port), init.signal);
    const asked = new Request(url, init);
    const body = Buffer.from(await asked.arrayBuffer());
    const headers = { ...Object.fromEntries(asked.headers), 'accept-encoding': 'identity' };
    const options = {
      method: asked.method,
      headers: { ...headers, ...(body.length > 0 && { 'content-length': body.length }) },
      lookup: pinnedTo(addresses),
      signal: init.signal,
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = isTls
        ? requestHttps(url, { ...options, agent: new HttpsAgent(), ca: this.rules.authorities })
        : requestHttp(url, { ...options, agent: new HttpAgent() });
      request.on('response', resolve).on('error', reject);
      // A peer that switches the protocol is dropped without an error; nothing to do after an answer.
      request.on('close', () => reject(new Error('closed without an answer')));
      request.end(body);
    });
    return this.taken(answer, mostBytes);
  }

  private async taken(answer: IncomingMessage, mostBytes?: number): Promise<Response> {
    const most = mostBytes ?? this.rules.mostBytes ?? 1_048_576;
    const parts: Buffer[] = [];
    let seen = 0;
    for await (const part of answer) {
      seen += (part as Buffer).length;
      if (seen > most) throw new EgressRefused('too_large');
      parts.push(part as Buffer);
    }
    const status = answer.statusCode ?? 0;
    const hasBody = ![204, 205, 304].includes(status);
    const headers = new Headers();
    for (const [name, values] of Object.entries(answer.headersDistinct)) {
      for (const value of values ?? []) headers.append(name, value);
    }
    return new Response(hasBody ? Buffer.concat(parts) : null, { status, headers });
  }
}

const everyAddress = (host: string) => dns.lookup(host, { all: true });

/** A name is looked up once: what was checked is what is connected to, whatever the name says a moment later. */
const pinnedTo =
  (addresses: readonly LookupAddress[]) =>
  (
    _host: string,
    { all }: { all?: boolean },
    done: (error: null, found: string | LookupAddress[], family?: number) => void,
  ): void => {
    if (all) done(null, [...addresses]);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };

/** A lookup cannot be called off: it is left alone when the time is up. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

const reasonOf = (error: unknown): EgressReason => {
  const { code = '' } = error as { code?: string };
  return /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/.test(code)
    ? 'certificate'
    : 'unreachable';
};
