import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/database.ts'],
    setupFiles: ['test/setup.ts'],
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules', 'dist', 'data'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
