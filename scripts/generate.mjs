// Writes what is derived from other files and therefore not kept in the repository:
// the database client from prisma/schema.prisma, and the simulated machine's C files as TypeScript
// strings (the pure core can't read files: it also runs in the browser), and the C library compiled.
import fs from 'node:fs';
import { filesBelow, hashOfInputs, stamp, writeIfChanged } from './lib/files.mjs';
import { inRoot, isMain } from './lib/paths.mjs';
import { precompileLibrary, precompilePrograms } from './lib/precompile.mjs';
import { generateClient } from './lib/prisma-cli.mjs';

/** Which C files become which module. */
const embedded = [
  {
    from: 'lib/libc/include',
    extension: /\.h$/,
    to: 'lib/libc/generated/headers.ts',
    name: 'headers',
    comment: 'The headers of the C library, by the name that #include uses.',
  },
  {
    from: 'lib/libc/src',
    extension: /\.c$/,
    to: 'lib/libc/generated/sources.ts',
    name: 'sources',
    comment: 'The part of the C library that is written in C.',
  },
  {
    from: 'lib/userland',
    extension: /\.[ch]$/,
    to: 'lib/userland/generated/programs.ts',
    name: 'programs',
    comment: 'The programs of the simulated machine: bin, sh, and what they share.',
  },
];

/** @returns {string[]} the files written; none when all were up to date */
export function generateEmbedded() {
  /** @type {string[]} */
  const written = [];
  for (const { from, extension, to, name, comment } of embedded) {
    const files = filesBelow(inRoot(from), (file) => extension.test(file));
    const entries = files.map(
      (file) =>
        `  ${JSON.stringify(file)}: ${JSON.stringify(fs.readFileSync(inRoot(from, file), 'utf8'))},\n`,
    );
    const text =
      `// Written by \`npm run generate\` from ${from}. Don't edit.\n` +
      `// ${comment}\n` +
      `export const ${name}: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
    if (writeIfChanged(inRoot(to), text)) written.push(to);
  }
  return [...written, ...precompileLibrary(), ...precompilePrograms()];
}

/** @returns {string[]} */
function generateDatabaseClient() {
  const input = hashOfInputs([
    'prisma/schema.prisma',
    'prisma.config.ts',
    'node_modules/prisma/package.json',
  ]);
  const last = stamp('prisma-client');
  if (last.matches(input) && fs.existsSync(inRoot('lib/generated/prisma/client.ts'))) return [];
  generateClient();
  last.set(input);
  return ['lib/generated/prisma'];
}

export function generate() {
  return [...generateEmbedded(), ...generateDatabaseClient()];
}

if (isMain(import.meta.url)) {
  for (const file of generate()) console.log(`wrote ${file}`);
}
