/** What initializers make of an object: stores for automatic ones, bytes for static ones. */
import { alignOf, sizeOf } from '../type-layout';
import type { SyntaxInitializer } from '../syntax-tree';
import type { Initialization, StaticSymbol } from '../typed-tree';
import type { QualifiedType, Type } from '../types';
import type { Checker } from './checker';
import { InitializerWalk } from './initializers';
import { StaticBytes } from './static-bytes';

/** Larger objects with an initializer would make programs of that size. */
const INITIALIZED_BYTES_MAX = 64 * 1024 * 1024;

export function automaticInitializer(
  checker: Checker,
  name: string,
  type: QualifiedType,
  initializer: SyntaxInitializer,
): { readonly type: QualifiedType; readonly initialization: readonly Initialization[] } {
  const result = new InitializerWalk(checker, name, false).run(type, initializer);
  const completed = { ...type, type: withCount(type.type, result.count) };
  const aggregate = type.type.kind === 'array' || type.type.kind === 'record';
  const zero: Initialization[] = aggregate && !result.complete ? [{ kind: 'zero' }] : [];
  return { type: completed, initialization: [...zero, ...result.stores] };
}

/** Gives the symbol its bytes and, for an array of unknown size, its size. */
export function staticInitializer(
  checker: Checker,
  symbol: StaticSymbol,
  initializer: SyntaxInitializer,
): void {
  const result = new InitializerWalk(checker, symbol.name, true).run(symbol.type, initializer);
  symbol.type = { ...symbol.type, type: withCount(symbol.type.type, result.count) };
  const size = sizeOf(symbol.type.type) + result.extraBytes;
  if (size > INITIALIZED_BYTES_MAX) {
    checker.error(
      'object-too-large',
      symbol.span,
      `'${symbol.name}' is too large to be initialized: it has ${size} bytes`,
    );
    return;
  }
  const made = new StaticBytes(checker, size);
  for (const store of result.stores) made.store(store);
  symbol.definition = {
    kind: 'data',
    ...made.result(),
    size,
    readOnly: isReadOnly(symbol.type),
    alignment: Math.max(1, alignOf(symbol.type.type)),
    tentative: false,
  };
}

/** `int a[] = {...}`: the size is that of the list. */
function withCount(type: Type, count: number | null): Type {
  return type.kind === 'array' && type.count === null && type.length === undefined
    ? { ...type, count: count ?? 0 }
    : type;
}

/** const objects and arrays of const elements; volatile ones may change. */
export function isReadOnly(type: QualifiedType): boolean {
  if (type.volatile) return false;
  return type.const || (type.type.kind === 'array' && isReadOnly(type.type.of));
}
