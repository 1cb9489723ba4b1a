/**
 * Size and alignment of types (C11 6.5.3.4, System V AMD64 ABI figure 3.1). Records are laid out when
 * their closing brace is read and carry the result; everything else follows from its parts.
 */
import { assertNever } from '../abi/assert-never';
import type { Type } from './types';

/**
 * Bytes of an object of this type. Incomplete types, variable-length arrays and the error type have
 * no size known here and give 0; void and functions count 1, as in GNU C's pointer arithmetic.
 */
export function sizeOf(type: Type): number {
  switch (type.kind) {
    case 'void':
    case 'function':
      return 1;
    case 'integer':
    case 'floating':
      return type.bytes;
    case 'enum':
      return type.underlying.bytes;
    case 'pointer':
      return 8;
    case 'array':
      return type.count === null ? 0 : type.count * sizeOf(type.of.type);
    case 'record':
      return type.bytes;
    case 'error':
      return 0;
    default:
      return assertNever(type);
  }
}

/** Alignment in bytes (C11 6.2.8). */
export function alignOf(type: Type): number {
  switch (type.kind) {
    case 'void':
    case 'function':
    case 'error':
      return 1;
    case 'integer':
    case 'floating':
      return type.bytes;
    case 'enum':
      return type.underlying.bytes;
    case 'pointer':
      return 8;
    case 'array':
      return alignOf(type.of.type);
    case 'record':
      return type.alignment;
    default:
      return assertNever(type);
  }
}
