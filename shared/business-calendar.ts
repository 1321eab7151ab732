/**
 * The engine that all deadlines stand on, pure, the same in the browser and on the server: when the
 * house works, how terms are added up, and between which days a thing is to happen.
 */
export * from './day-window.ts';
export * from './opening-hours.ts';
export type { Pause } from './pauses.ts';
export * from './working-time.ts';
