import nextPlugin from '@next/eslint-plugin-next';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { clientImports } from './scripts/eslint/client-imports.mjs';

const pureCore = [
  'abi',
  'compiler',
  'libc',
  'vm',
  'kernel',
  'userland',
  'explorer',
  'trace',
  'grading',
].map((folder) => `lib/${folder}/**/*.ts`);
const tests = ['**/*.test.ts', '**/*.itest.ts'];

const asyncMessage = 'The pure core is synchronous: a run must not depend on when it is resumed.';
const clockMessage = 'The pure core has no clock: time in the simulated machine is virtual.';
const hostMessage = 'The pure core runs in the browser and in Node: it uses neither.';
const hostGlobals = [
  'process',
  'Buffer',
  'window',
  'document',
  'navigator',
  'fetch',
  'console',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'localStorage',
];

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name everywhere.',
};

export default defineConfig(
  globalIgnores([
    '.next/',
    'dist/',
    '.cache/',
    '.forkyard/',
    'node_modules/',
    'lib/generated/',
    'lib/*/generated/',
    'next-env.d.ts',
    'playwright-report/',
    'test-results/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      // `return report(…)` from a function that returns nothing is a plain way to leave it.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'always' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An interface may ask for a promise where an implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', defaultExport],
    },
  },
  {
    // Where a framework or a tool looks for the default export.
    files: [
      'app/**/{page,layout,template,loading,error,global-error,not-found,default}.tsx',
      'app/**/{robots,sitemap,manifest}.ts',
      'lib/jobs/grading-thread.ts',
      'lib/data/quiz-drawing/drawing-thread.ts',
      'scripts/vitest/database.mjs',
      '*.{ts,js,mjs}',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: pureCore,
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: clockMessage },
        { name: 'performance', message: clockMessage },
        ...hostGlobals.map((name) => ({ name, message: hostMessage })),
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'A run has no randomness of its own: choices come from the Scheduler or a seed.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        defaultExport,
        { selector: ':function[async=true]', message: asyncMessage },
        { selector: 'AwaitExpression', message: asyncMessage },
        { selector: 'ForOfStatement[await=true]', message: asyncMessage },
        { selector: 'NewExpression[callee.name="Promise"]', message: asyncMessage },
      ],
    },
  },
  {
    // `expect.stringContaining` and its like are any.
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Plain JavaScript with JSDoc types: what JSON.parse and untyped packages give is `any` there.
    files: ['**/*.{mjs,js}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    extends: [nextPlugin.configs['core-web-vitals'], reactHooks.configs.flat.recommended],
    plugins: { forkyard: { rules: { 'client-imports': clientImports } } },
    rules: { 'forkyard/client-imports': 'error' },
  },
);
