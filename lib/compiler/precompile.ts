/**
 * The C library compiled ahead: what `npm run generate` writes to generated/objects.ts, so that no
 * start of the command, of a grading thread or of the browser's worker has to compile it.
 */
import { compileLibraryFile, librarySourceNames } from './library-source';
import { definitionsOf } from './link/definition';
import { machineFingerprint } from './machine-fingerprint';
import { encodeObject } from './object-file';
import type { ObjectModule } from './object-module';

/** The text of generated/objects.ts. */
export function precompiledLibrary(): string {
  return precompiledText(
    'lib/libc/src',
    librarySourceNames.map((name) => [name, compileLibraryFile(name)]),
  );
}

export function precompiledText(
  from: string,
  modules: readonly (readonly [name: string, module: ObjectModule])[],
): string {
  const objects: string[] = [];
  const definers: Record<string, string> = {};
  for (const [name, module] of modules) {
    objects.push(`  ${JSON.stringify(name)}: ${quoted(encodeObject(module))},\n`);
    for (const symbol of definitionsOf(module).keys()) {
      if (!symbol.includes('#')) definers[symbol] ??= name;
    }
  }
  return (
    `// Written by \`npm run generate\` from ${from} by lib/compiler. Don't edit.\n` +
    `/** The machine that the code is for: another one's is compiled anew. */\n` +
    `export const fingerprint: string = ${JSON.stringify(machineFingerprint())};\n` +
    `/** The file that defines an external name. */\n` +
    `export const definers: Readonly<Record<string, string>> = ${JSON.stringify(definers)};\n` +
    `/** Object modules, see object-file.ts. */\n` +
    `export const objects: Readonly<Record<string, string>> = {\n${objects.join('')}};\n`
  );
}

/** In single quotes: the text is full of double ones. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
