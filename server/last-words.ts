import { toldOf } from '#platform/plain-words.ts';

/** How a fault stands on the console: without what it carries, which may be somebody’s (G-40). */
export function consoleLineOf(error: unknown): string {
  const { type, message, code, stack } = toldOf(error);
  return `${type}: ${message}${code ? ` (${code})` : ''}\n${stack}`;
}

/** What nobody caught ends the program, as ever; only its last words are chosen here. */
export function chooseLastWords(): void {
  process.on('uncaughtException', (error) => {
    console.error(consoleLineOf(error));
    process.exit(1);
  });
}
