/** Translation phase 7, syntax (C11 6.5 to 6.9): tokens -> a tree and a list of errors, never either/or. */
import type { Diagnostics } from '../diagnostics';
import type { Token } from '../lex/token';
import type { SourceFile } from '../source';
import type { TranslationUnit } from '../syntax-tree';

/** Never throws on any input. `tokens` ends with a token of kind 'end'. */
export function parse(
  _tokens: readonly Token[],
  _file: SourceFile,
  _diagnostics: Diagnostics,
): TranslationUnit {
  throw new Error('not built yet');
}
