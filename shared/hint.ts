/** What a person should do about something typed, in both languages of the screen. */
export interface Hint {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** What to do, said in both languages. */
export function hint(chinese: string, english: string): Hint {
  return { 'zh-CN': chinese, en: english };
}

/**
 * Typed text made comparable: full-width characters become half-width, invisible characters that
 * come along with copying vanish, blanks at the ends go.
 */
export function plainText(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
}
