/**
 * Programs that the machine can run. In the file system an executable is a short file that names its
 * program, so that ls, cp, mv and chmod treat it as they treat any file.
 */
import type { ProgramImage } from '../abi/image';
import { decodeUtf8, encodeUtf8 } from '../abi/utf8';

/** What execve can run: paths such as "/bin/ls" and "/home/student/a.out", images made on first use. */
export interface Executables {
  /** Absolute; they exist in the file system from the start. */
  readonly paths: readonly string[];
  readonly load: (path: string) => ProgramImage | null;
}

const MAGIC = '\u007fFORKYARD ';

/** Contents of the file that stands for a program. */
export function executableFile(program: string): Uint8Array {
  return encodeUtf8(`${MAGIC}${program}\n`);
}

/** The program that a file stands for, or null: it is not an executable. */
export function programOfFile(bytes: Uint8Array): string | null {
  const text = decodeUtf8(bytes.subarray(0, 4096));
  if (!text.startsWith(MAGIC)) return null;
  return text.slice(MAGIC.length).replace(/\n[^]*$/, '');
}
