/**
 * Windows, macOS, iOS and Android have Chinese letters of their own. A Linux desk may have none: it gets ours,
 * in slices of which a page fetches the few it needs.
 */
export async function bringLetters(): Promise<void> {
  const { userAgent } = navigator;
  if (!/Linux/.test(userAgent) || /Android/.test(userAgent)) return;
  await import('@fontsource-variable/noto-sans-sc');
}
