/** `_Alignas` (C11 6.7.5). */
import { alignOf } from '../type-layout';
import type { Specifiers } from '../syntax-tree';
import type { Checker } from './checker';
import { integerConstantExpression } from './constant-expression';

/** The alignment asked for; null if none was, or a wrong one. */
export function alignmentOf(checker: Checker, specifiers: Specifiers): number | null {
  const { alignment } = specifiers;
  if (alignment === null) return null;
  if (alignment.kind === 'type-name')
    return alignOf(checker.rules.typeName(checker, alignment).type);
  const value = integerConstantExpression(checker, alignment, `an alignment`);
  if (value === null || value === 0n) return null;
  if (value < 0n || value > 4096n || (value & (value - 1n)) !== 0n) {
    checker.error('alignment', alignment.span, `an alignment must be a power of two up to 4096`);
    return null;
  }
  return Number(value);
}
