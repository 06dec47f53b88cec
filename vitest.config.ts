import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/build-catalogue.ts'],
          // Some start whole processes; with two cores they wait for one another.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
