/**
 * Makes a page itself readable without a network, where the browser can.
 * @param scope below which addresses; `/s?` and `/g?` are the public pages alone, and none of the house's screens that begin alike
 */
export function keepPage(scope: '/k' | '/s?' | '/g?'): void {
  void navigator.serviceWorker?.register('/link-worker.js', { scope }).catch(() => undefined);
}

const againMs = 5000;

/** A telephone seldom says that its network is back: the page is asked for until it answers. */
export function tryAgain(): void {
  setTimeout(() => {
    fetch(location.pathname, { method: 'HEAD' }).then(() => location.reload(), tryAgain);
  }, againMs);
}
