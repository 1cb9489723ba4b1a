/** The qualifier and the specifier `_Atomic` (C11 6.7.2.4, 6.7.3). */
import type { Span } from '../source';
import { alignOf, sizeOf } from '../type-layout';
import type { QualifiedType } from '../types';
import type { Checker } from './checker';
import { aType } from './type-text';

/** The atomic version of a type; after a report the type itself. */
export function atomicType(checker: Checker, type: QualifiedType, span: Span): QualifiedType {
  switch (type.type.kind) {
    case 'error':
      return type;
    case 'array':
    case 'function':
    case 'void':
      checker.error(
        'atomic-type',
        span,
        `'_Atomic' needs a type of a whole object, but this is ${aType(type)}`,
        type.type.kind === 'array' ? { hint: `make the elements atomic` } : {},
      );
      return type;
    default:
      return { ...type, atomic: true, ...alignmentOf(type) };
  }
}

/** As gcc: what the processor could do in one access lies at a multiple of its size. */
function alignmentOf({ type, alignment }: QualifiedType): { readonly alignment?: number } {
  const bytes = sizeOf(type);
  if (type.kind !== 'record' || ![2, 4, 8, 16].includes(bytes)) return {};
  return bytes > (alignment ?? alignOf(type)) ? { alignment: bytes } : {};
}

/** typeof an atomic object is the type of its value, as gcc has it for the macros of <stdatomic.h>. */
export function withoutAtomic(type: QualifiedType): QualifiedType {
  return type.atomic === undefined ? type : { type: type.type, const: false, volatile: false };
}
