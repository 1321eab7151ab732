/**
 * A place inside this program to go to afterwards, or the start page for anything else (D-63): no other host, no trick
 * with slashes, back-slashes, control characters or blanks. Letters beyond ASCII come escaped in an address.
 */
export const ownPath = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted) ? wanted : '/';
