/**
 * Makes a page itself readable without a network, where the browser can.
 * @param scope below which addresses; `/s?` and `/g?` are the public pages alone, and none of the house's screens that begin alike
 */
export function keepPage(scope: '/k' | '/s?' | '/g?'): void {
  void navigator.serviceWorker
    ?.register(workerAddress() as string, { scope })
    .catch(() => undefined);
}

const worker = '/link-worker.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(): string },
  ): { createScriptURL(url: string): unknown };
}
/** The one script that a page of ours names itself, as a browser with Trusted Types wants it; whatever is asked for, it is this. */
function workerAddress(): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('jingming', { createScriptURL: () => worker });
  return policy ? policy.createScriptURL(worker) : worker;
}

const againMs = 5000;

/** A telephone seldom says that its network is back: the page is asked for until it answers. */
export function tryAgain(): void {
  setTimeout(() => {
    fetch(location.pathname, { method: 'HEAD' }).then(() => location.reload(), tryAgain);
  }, againMs);
}
