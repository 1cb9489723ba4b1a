/** Checks one translation unit: names, types, conversions, constants. Syntax tree in, typed tree out. */
import type { Diagnostics } from '../diagnostics';
import type { SourceFile } from '../source';
import type { TranslationUnit } from '../syntax-tree';
import type { TypedUnit } from '../typed-tree';

/**
 * Never throws. With errors reported in `diagnostics` the unit must not be given to generate/.
 * `file` is the unit's main file.
 */
export function check(
  unit: TranslationUnit,
  file: SourceFile,
  diagnostics: Diagnostics,
): TypedUnit {
  void unit;
  void file;
  void diagnostics;
  return { symbols: [] };
}
