/** The C files of a program, and the headers of its own that they include, however deep. */
import fs from 'node:fs';
import path from 'node:path';
import { userFile } from '../compiler/diagnostics';
import type { SourceFile } from '../compiler/source';
import { readSource } from './read-source';

const HEADERS_MAX = 1_000;
const INCLUDE = /^[ \t]*#[ \t]*include(?:_next)?[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)/gm;

export interface ProgramFiles {
  readonly units: readonly SourceFile[];
  readonly headers: readonly SourceFile[];
}

/** Files are named as seen from the first one's folder: so messages name them, and `#include "…"` does. */
export function readProgram(
  files: readonly string[],
  includeFolders: readonly string[],
): ProgramFiles {
  const root = path.dirname(files[0] ?? '.');
  const nameOf = (file: string): string =>
    path.relative(root, file).split(path.sep).join(path.posix.sep);
  const units = files.map((file) => userFile(nameOf(file), readSource(file)));
  const headers = new Map<string, SourceFile>();
  const pending = units.map(({ name, text }, index) => ({ name, text, file: files[index] ?? '' }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [, quoted, angled] of next.text.matchAll(INCLUDE)) {
      const asked = quoted ?? angled ?? '';
      const beside = quoted === undefined ? [] : [path.dirname(next.file)];
      for (const folder of [...beside, ...includeFolders]) {
        const file = path.join(folder, asked);
        // As the compiler looks for it: beside the including file, else by the name asked for.
        const name = beside.includes(folder)
          ? path.posix.join(path.posix.dirname(next.name), asked)
          : asked;
        if (headers.has(name)) break;
        if (!isFile(file) || headers.size >= HEADERS_MAX) continue;
        const text = readSource(file);
        headers.set(name, userFile(name, text));
        pending.push({ name, text, file });
        break;
      }
    }
  }
  return { units, headers: [...headers.values()] };
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
