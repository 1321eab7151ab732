import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/database.ts'],
    setupFiles: ['test/setup.ts'],
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules', 'dist', 'data'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // As long as a page is waited for elsewhere: a busy machine is no fault of the product.
    expect: { poll: { timeout: 45_000 } },
    maxWorkers: 2,
    // A worker loads the program once and not for every file again, which was half of the work. Files share its
    // modules, so a test that changes what is held in one puts it back.
    isolate: false,
  },
});
