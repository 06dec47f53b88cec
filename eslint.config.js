import js from '@eslint/js';
import globals from 'globals';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The one direction of dependencies: renderer → shared ← electron. */
const zone = (target, from, message) => ({ target, from, message });

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    plugins: { 'import-x': importX },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            zone('./shared', './electron', 'shared/ is pure: it imports neither side.'),
            zone('./shared', './renderer', 'shared/ is pure: it imports neither side.'),
            zone('./renderer', './electron', 'The renderer meets the services only in shared/.'),
            zone('./electron', './renderer', 'The services meet the renderer only in shared/.'),
            zone('./electron/services', './electron/hosts', 'Services do not know their host.'),
            zone(
              './electron/store',
              './electron/services',
              'The store does not know its services.',
            ),
            zone('./electron/store', './electron/hosts', 'The store does not know its host.'),
          ],
        },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|electron$|react|better-sqlite3|@xyflow|cytoscape)',
              message: 'shared/ is pure TypeScript: no Node, Electron, DOM, React or SQLite.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/**'],
    ignores: ['electron/main.ts', 'electron/preload.ts', 'electron/hosts/electron/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', message: 'Only main.ts, preload.ts and hosts/electron.' }] },
      ],
    },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(node:|electron$|better-sqlite3)', message: 'The renderer has no Node.' },
          ],
        },
      ],
    },
  },
  { files: ['*.config.{js,ts}'], rules: { 'import-x/no-default-export': 'off' } },
);
