/** The C library's headers by name, for `#include <…>`. */
import { headers } from '../libc/generated/headers';
import type { SourceFile } from './source';

const headerFiles = new Map<string, SourceFile>();

/** The same object each time: what was learned about a file is remembered by it. */
export function libraryHeader(name: string): SourceFile | null {
  const known = headerFiles.get(name);
  if (known !== undefined) return known;
  const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (text === undefined) return null;
  const file: SourceFile = { name, text, origin: 'library' };
  headerFiles.set(name, file);
  return file;
}
