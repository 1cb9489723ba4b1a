import type { Span } from '../source';
import type { Expression, StaticSymbol } from '../typed-tree';
import type { Checker } from './checker';
export function checkFormatCall(
  _c: Checker,
  _s: StaticSymbol,
  _a: readonly Expression[],
  _p: Span,
): void {}
