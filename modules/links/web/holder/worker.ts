/**
 * Keeps a customer's page readable without a network: its own file and what that names, never an answer of the server
 * about anybody (the page holds the last state, for its time). Registered for `/k`, and for a shop's page, `/s?`.
 */

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
};

const page = new URL(worker.registration.scope).pathname;
const store = `jingming.page${page}`;
/** How it was called as long as there was one page. */
const formerStore = 'jingming.link-page';

/** The page as it is now, with the files that it names; what an earlier one named goes. */
async function keep(answer: Response): Promise<void> {
  const cache = await caches.open(store);
  const text = await answer.clone().text();
  const before = await (await cache.match(page))?.text();
  if (before === text) return;
  for (const old of await cache.keys()) await cache.delete(old);
  const named = [...text.matchAll(/"(\/assets\/[\w.-]+)"/g)].map(([, file]) => file!);
  await cache.addAll(named);
  await cache.put(page, answer.clone());
}

async function freshPage(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(answer).catch(() => undefined);
    return answer;
  } catch (error) {
    const kept = await (await caches.open(store)).match(page);
    if (kept) return kept;
    throw error;
  }
}

async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(store);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

worker.addEventListener('install', (event) => {
  const kept = fetch(page).then(keep);
  (event as Waiting).waitUntil(kept.then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  const gone = caches.delete(formerStore);
  (event as Waiting).waitUntil(gone.then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === page) (event as Fetching).respondWith(freshPage(request));
  else if (pathname.startsWith('/assets/')) (event as Fetching).respondWith(keptFile(request));
});
