export const placeOf = (key: string) => `delivery-${key}`;

/** Leads to the place and gives it the focus, so that keyboard and thumb go on from there. */
export function leadTo(key: string): void {
  const place = document.getElementById(placeOf(key));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
}
