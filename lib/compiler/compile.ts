/**
 * The compiler's front door: C source -> diagnostics and, where there are no errors, a program image
 * linked with the C library. Pure: the same text gives the same image.
 */
import type { ProgramImage } from '../abi/image';
import type { Diagnostic } from './diagnostics';
import type { SourceFile } from './source';

export interface CompileOptions {
  /** Which C library is linked. `none`: only what the files define, `_start` included. */
  readonly library?: 'standard' | 'none';
}

export interface CompileResult {
  readonly diagnostics: readonly Diagnostic[];
  /** null when there are errors. */
  readonly image: ProgramImage | null;
}

/** Compiles several translation units (`.c` files; `.h` files among them serve `#include "…"`). */
export function compile(files: readonly SourceFile[], options: CompileOptions = {}): CompileResult {
  throw new Error(`compile: not written yet (${files.length} files, ${options.library})`);
}

/** What is wrong with one file, without making code: what the editor calls while typing. */
export function diagnose(file: SourceFile): readonly Diagnostic[] {
  throw new Error(`diagnose: not written yet (${file.name})`);
}
