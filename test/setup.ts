import { inject } from 'vitest';
import { type Databases, databasesFrom } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databases: Databases;
  }
}

databasesFrom(() => inject('databases'));
