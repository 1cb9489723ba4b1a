/** Translation phases 1 to 4 (C11 5.1.1.2): source files -> the tokens that the parser reads. */
import type { Diagnostics } from '../diagnostics';
import type { Token } from '../lex/token';
import type { SourceFile } from '../source';

/**
 * Finds a header; null if there is none. Give the same object for the same header each time: its
 * tokens are remembered by it.
 */
export type Headers = (name: string, from: SourceFile, angled: boolean) => SourceFile | null;

export interface PreprocessOptions {
  /** Macros as `-D` defines them: name -> replacement text. */
  readonly defines: ReadonlyMap<string, string>;
}

/** Never throws on any source. The last token is always of kind 'end'. */
export function preprocess(
  _file: SourceFile,
  _headers: Headers,
  _diagnostics: Diagnostics,
  _options: PreprocessOptions,
): Token[] {
  throw new Error('not built yet');
}
