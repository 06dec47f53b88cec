import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbid = (regex, message) => ({ regex, message });

// The one direction of imports: renderer → shared ← electron. Paths are relative everywhere, so the
// name of a folder in the path tells where an import leads.
const toRenderer = forbid('/renderer/', 'The services meet the renderer only in shared/.');
const toElectron = forbid('/electron/', 'The renderer meets the services only in shared/.');
const toEitherSide = forbid('/(electron|renderer)/', 'shared/ is pure: it imports neither side.');
const toHosts = forbid('/hosts/', 'Services and store do not know their host.');
const toServices = forbid('/services/', 'The store does not know its services.');
const electronItself = forbid('^electron$', 'Only main.ts, preload.ts and hosts/electron know it.');
const node = forbid('^(node:|better-sqlite3)', 'There is no Node here.');
const anyFramework = forbid(
  '^(react|@xyflow|cytoscape|zustand)',
  'shared/ is pure TypeScript: it knows no framework.',
);

/** The imports that the files of a folder may not have. A later block replaces an earlier one whole. */
const boundary = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
    },
  },
  boundary(['shared/**'], [toEitherSide, electronItself, node, anyFramework]),
  boundary(['renderer/**'], [toElectron, electronItself, node]),
  boundary(['electron/hosts/**', 'electron/*.ts'], [toRenderer, electronItself]),
  boundary(['electron/main.ts', 'electron/preload.ts', 'electron/hosts/electron/**'], [toRenderer]),
  boundary(['electron/services/**'], [toRenderer, toHosts, electronItself]),
  boundary(['electron/store/**'], [toRenderer, toHosts, toServices, electronItself]),
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  { files: ['*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
);
