/** The programs of /bin compiled ahead, file by file: what `npm run generate` writes to generated/objects.ts. */
import { libraryHeader } from '../compiler/library-headers';
import { compileOwnFile } from '../compiler/library-source';
import { precompiledText } from '../compiler/precompile';
import type { Headers } from '../compiler/preprocess/preprocess';
import type { SourceFile } from '../compiler/source';
import { programs } from './generated/programs';

export function precompiledPrograms(): string {
  const files = Object.keys(programs).filter((path) => path.endsWith('.c'));
  return precompiledText(
    'lib/userland',
    files.map((path) => [path, compileOwnFile(fileAt(path), ownHeader)]),
  );
}

const headerFiles = new Map<string, SourceFile>();

/** `#include "x.h"` is the one header of this name among ours. */
const ownHeader: Headers = (name, _from, angled) => {
  const path = angled ? undefined : Object.keys(programs).find((file) => file.endsWith(`/${name}`));
  if (path === undefined) return libraryHeader(name);
  const file = headerFiles.get(path) ?? fileAt(path);
  headerFiles.set(path, file);
  return file;
};

function fileAt(path: string): SourceFile {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, text: programs[path] ?? '', origin: 'library' };
}
