// Who may import whom: the table of docs/architecture.md, and no cycles. Each folder of lib/ names
// what it may import of lib/ besides itself; whatever is not named is an error.

const mayImport = {
  abi: [],
  compiler: ['abi', 'libc'],
  libc: ['abi'],
  vm: ['abi'],
  kernel: ['vm', 'abi'],
  // Compiles its programs when a machine first asks for them.
  userland: ['compiler', 'kernel', 'libc', 'abi'],
  // Of vm: what instructions touch, and pages, for the states' hash. Counterexamples are told as timelines.
  explorer: ['kernel', 'vm', 'trace', 'abi'],
  trace: ['kernel', 'abi'],
  grading: ['compiler', 'kernel', 'explorer', 'trace', 'abi', 'libc', 'userland'],
  courseware: ['grading', 'compiler', 'kernel', 'trace', 'abi'],
  auth: ['data', 'db.ts', 'env.ts', 'errors.ts'],
  data: ['db.ts', 'env.ts', 'errors.ts', 'auth', 'grading', 'courseware', 'generated'],
  jobs: ['data', 'grading', 'db.ts', 'env.ts', 'errors.ts'],
  cli: [
    'grading',
    'compiler',
    'kernel',
    'explorer',
    'trace',
    'abi',
    'vm',
    'libc',
    'userland',
    'courseware',
  ],
};

const pureCore = '^lib/(abi|compiler|libc|vm|kernel|userland|explorer|trace|grading)/';
const test = '\\.i?test\\.ts$|/testing/|/conformance/|/corpus/';

/** @param {string} name a folder of lib/, or a file there */
const pattern = (name) =>
  name.endsWith('.ts') ? `^lib/${name.replace('.', '\\.')}$` : `^lib/${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, others]) => ({
      name: `lib-${folder}-may-import`,
      comment: `lib/${folder} may import of lib/ only: ${others.join(', ') || 'nothing'}`,
      severity: /** @type {const} */ ('error'),
      from: { path: pattern(folder), pathNot: test },
      to: { path: '^lib/', pathNot: [folder, ...others].map(pattern) },
    })),
    {
      name: 'pure-core-is-pure',
      comment:
        'The pure core runs anywhere: no module of Node, and of packages only zod and yaml, which are pure themselves.',
      severity: 'error',
      from: { path: pureCore, pathNot: test },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: '^node_modules/(zod|yaml)/',
      },
    },
    {
      name: 'lib-imports-no-app',
      comment:
        'lib/ is used by the app, by the worker and by the command line: never the other way.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|e2e|bench|scripts)/' },
    },
    {
      name: 'app-reaches-the-database-through-data',
      comment: 'Only lib/data talks to the database: it authorizes.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: ['^lib/db\\.ts$', '^lib/generated/', '^lib/jobs/', '^lib/cli/'] },
    },
    {
      name: 'web-workers-run-the-pure-core',
      comment: 'Code in a Web Worker is client code.',
      severity: 'error',
      from: { path: '^app/_workers/' },
      to: { path: '^lib/', pathNot: pureCore },
    },
    {
      name: 'no-circular',
      comment: 'A cycle means that two files are one concept, or that one of them knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment:
        'mdast and hast are packages of types only: there is nothing to resolve at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(mdast|hast)$' },
    },
    {
      name: 'no-test-code-in-production',
      comment: 'What only tests use stays out of what is served.',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: test },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/generated/'] },
    exclude: { path: ['^\\.next/', '^dist/', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
