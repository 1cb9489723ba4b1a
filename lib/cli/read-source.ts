import fs from 'node:fs';
import { UsageError } from './usage-error';

const SOURCE_FILE_BYTES_MAX = 64 * 1024 * 1024;

/** The text of a C file; longer ones than the compiler takes are read, so that it can say so itself. */
export function readSource(file: string): string {
  try {
    if (fs.statSync(file).size > SOURCE_FILE_BYTES_MAX)
      throw new UsageError(`${file}: far too large for a C source`);
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'EACCES') return 'may not be read';
  return error instanceof Error ? error.message : String(error);
}
