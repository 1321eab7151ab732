import { inject } from 'vitest';
import { type Databases, databasesFrom } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `template` has the schema and nothing else; it may be copied. */
    databases: Databases & { template: string };
  }
}

databasesFrom(() => inject('databases'));
