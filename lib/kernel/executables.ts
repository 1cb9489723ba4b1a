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
  /** What `cc` inside of the machine calls; null: it has no compiler. The same request gives the same image. */
  readonly compile: ((request: CompileRequest) => CompileOutcome) | null;
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface CompileRequest {
  readonly sources: readonly NamedText[];
  /** Macros, and what they expand to. */
  readonly defines: ReadonlyMap<string, string>;
  /** A header in the machine's files; null: it is the C library's, or there is none. */
  readonly readHeader: (name: string, angled: boolean) => NamedText | null;
}

export interface CompileOutcome {
  /** Errors and warnings, as a terminal shows them. */
  readonly messages: string;
  /** null when there are errors. */
  readonly image: ProgramImage | null;
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
