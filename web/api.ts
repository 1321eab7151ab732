import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import {
  type Answer,
  ApiProblem,
  type Ask,
  type CallInput,
  type CallOptions,
  callerOver,
} from '#shared/call.ts';
import type { ReplyOf, Route } from '#shared/route.ts';
import { preferences } from './preferences.ts';
import { shellWords } from './words.ts';

/** Nothing came back: whether the server got it is unknown, so the same submission is sent again with its key. */
export const connectionLost = 'connection_lost';

const signedOut = new Set<() => void>();

/** Hears of every 401 outside the login itself: the session ended elsewhere. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

type ProofAsker = () => Promise<boolean>;
let askForProof: ProofAsker | undefined;

/** Whoever shows the dialog in which a person proves once more that it is he; `undefined` when it goes. */
export function proofsAskedBy(asker: ProofAsker | undefined): void {
  askForProof = asker;
}

function lost(): ApiProblem {
  const say = shellWords[preferences().language];
  const told = { code: connectionLost, title: say.offlineTitle, detail: say.offlineDetail };
  return new ApiProblem(0, told);
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (isJson) return response.json();
  // A gateway in between answers in HTML: the person gets our sentence, not its page.
  const say = shellWords[preferences().language];
  return { code: `http_${response.status}`, title: say.busyTitle, detail: say.busyDetail };
}

/**
 * Sends it; where the server asks for a fresh proof, asks the person and sends the very same again with its key, so
 * that nothing typed is lost and nothing done twice.
 */
async function send(ask: Ask, signal?: AbortSignal): Promise<Answer> {
  const answer = await sendOnce(ask, signal);
  const { code } = (answer.body ?? {}) as { code?: string };
  const isProofNeeded = answer.status === 403 && code === 'step_up_needed';
  if (!isProofNeeded || !askForProof || !(await askForProof())) return answer;
  return sendOnce(ask, signal);
}

/** The session ended elsewhere, or since this moment owes a second factor: what is open is looked at anew. */
function hearOfSession(path: string, status: number, code: string | undefined): void {
  const isOver = status === 401 && !path.startsWith('/api/v1/session');
  if (!isOver && code !== 'second_factor_needed') return;
  for (const listener of signedOut) listener();
}

async function sendOnce(
  { method, path, body, headers }: Ask,
  signal?: AbortSignal,
): Promise<Answer> {
  const sent: RequestInit = {
    method,
    headers: { accept: 'application/json', 'accept-language': preferences().language, ...headers },
    signal,
  };
  if (body !== undefined) {
    sent.body = JSON.stringify(body);
    sent.headers = { ...sent.headers, 'content-type': 'application/json' };
  }
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, sent);
    answer = await bodyOf(response);
  } catch (reason) {
    if (signal?.aborted) throw reason;
    throw lost();
  }
  hearOfSession(path, response.status, (answer as { code?: string } | undefined)?.code);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const told = Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter } : {};
  return {
    status: response.status,
    body: response.status >= 400 ? { ...(answer as object), ...told } : answer,
    headers: Object.fromEntries(response.headers),
  };
}

/** Calls a route once; pages use `reading`, `pages` and `useWriting`. */
export const call = <R extends Route>(
  route: R,
  input: CallInput<R>,
  options?: CallOptions & { signal?: AbortSignal },
): Promise<ReplyOf<R>> => callerOver((ask) => send(ask, options?.signal))(route, input, options);

export const isProblem = (thrown: unknown): thrown is ApiProblem => thrown instanceof ApiProblem;

/** Whether the same thing may succeed later without a change: no connection, or the server asks to wait. */
export const mayPass = (thrown: unknown): boolean =>
  isProblem(thrown) && (thrown.code === connectionLost || [502, 503, 504].includes(thrown.status));

/** When to read again, in ms: as the server asks (`Retry-After`), else 1, 2, 4 … at most 15 seconds. */
export function waitBefore(attempt: number, thrown: unknown): number {
  const asked = isProblem(thrown) ? Number(thrown.facts.retryAfterSeconds) : Number.NaN;
  return Number.isFinite(asked)
    ? Math.min(asked, 60) * 1000
    : Math.min(1000 * 2 ** attempt, 15_000);
}

const resourceOf = (route: Route): string => route.path.split('/')[1] ?? '';

/** What else makes a reading stale, and how one record of a long list is renewed alone (`useLive`). */
interface Following<R extends Route> {
  follows?: readonly string[];
  patch?: Patch<ReplyOf<R>>;
}
export interface Patch<Reply> {
  /** The type of the records in the list: `serviceOrder`. */
  of: string;
  /** Reads one record anew; answers with how the list is with it. */
  renew: (id: string) => Promise<(shown: Reply) => Reply>;
}

/**
 * A reading with its key: the resource first, so that a change of the resource makes it stale; so does a change of what
 * it `follows`, resources that it shows besides its own.
 */
export const reading = <R extends Route>(
  route: R,
  input: CallInput<R>,
  { follows, patch }: Following<R> = {},
) =>
  queryOptions<ReplyOf<R>, ApiProblem>({
    queryKey: [resourceOf(route), route.path, input],
    ...((follows || patch) && { meta: { follows, patch } }),
    queryFn: ({ signal }) => call(route, input, { signal }),
  });

/** A keyset list, page after page (`nextCursor`); `useRows` of ResourceTable.tsx lays the pages end to end. */
export const pages = <R extends Route>(route: R, input: CallInput<R>) =>
  infiniteQueryOptions({
    queryKey: [resourceOf(route), route.path, 'pages', input],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...(input as { query?: object }).query, ...(cursor && { cursor }) };
      return call(route, { ...input, query }, { signal });
    },
    getNextPageParam: (page) => (page as { nextCursor?: string | null }).nextCursor ?? undefined,
  });

/** `version` is the record's own, as it was seen; it goes out as `If-Match` and a stale one is answered 412. */
export type Submission<R extends Route> = CallInput<R> & { version?: number };

/**
 * A write. Every reading of the same resource is stale after it. The idempotency key stays the same while the
 * same content is submitted again, so a lost answer never makes two records. `again` sends the last one
 * anew, with what was to follow it.
 */
export function useWriting<R extends Route>(
  route: R,
  { touches = [] }: { touches?: readonly string[] } = {},
) {
  const client = useQueryClient();
  const submission = useRef({ content: '', key: '' });
  const writing = useMutation<ReplyOf<R>, ApiProblem, Submission<R>>({
    mutationFn: (input) => {
      const { version, ...rest } = input as Submission<Route>;
      const content = JSON.stringify(input);
      if (submission.current.content !== content) {
        submission.current = { content, key: newKey() };
      }
      const idempotencyKey = route.method === 'POST' ? submission.current.key : undefined;
      return call(route, rest as CallInput<R>, { idempotencyKey, version });
    },
    onError: (problem) => {
      // A refusal is final: what is sent next is a new submission, even word for word.
      if (!mayPass(problem)) submission.current = { content: '', key: '' };
    },
    onSuccess: async () => {
      submission.current = { content: '', key: '' };
      const stale = [resourceOf(route), ...touches];
      await Promise.all(
        stale.map((resource) => client.invalidateQueries({ queryKey: [resource] })),
      );
    },
  });
  const send = writing.mutate;
  const last = useRef<Parameters<typeof send>>(undefined);
  const mutate = useCallback<typeof send>(
    (...sent) => {
      last.current = sent;
      send(...sent);
    },
    [send],
  );
  const again = useCallback(() => {
    if (last.current) send(...last.current);
  }, [send]);
  return { ...writing, mutate, again };
}

/** 128 random bits. `crypto.randomUUID` is missing on plain http addresses, which is how shops open a server at hand. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
