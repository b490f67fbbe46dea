import { defineConfig } from 'vitest/config'

const storeTests = ['test/**/*.store.test.ts', 'test/database/**/*.test.ts']
const builtTests = ['test/worker/**/*.test.ts', 'test/node/**/*.test.ts']
const browserTests = ['test/browser/**/*.test.{ts,tsx}']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    expect: { requireAssertions: true },
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...storeTests, ...builtTests, ...browserTests],
          provide: { database: 'pglite' },
        },
      },
      {
        extends: true,
        test: { name: 'store (pglite)', include: storeTests, provide: { database: 'pglite' } },
      },
      {
        extends: true,
        test: { name: 'store (postgres)', include: storeTests, provide: { database: 'postgres' } },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: builtTests,
          provide: { database: 'pglite' },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browserTests,
          provide: { database: 'pglite' },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
