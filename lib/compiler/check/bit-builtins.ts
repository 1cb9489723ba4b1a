/** GNU's builtins that count and swap bits. Constants are folded; the C library does the rest. */
import type { Span } from '../source';
import type { Expression } from '../typed-tree';
import type { IntegerType } from '../types';
import {
  INT,
  LONG,
  UNSIGNED,
  UNSIGNED_LONG,
  UNSIGNED_SHORT,
  isArithmetic,
} from '../type-operations';
import type { Checker } from './checker';
import { convert, integerConstant } from './fold';
import { functionOf, libraryCall } from './library-calls';

interface BitFunction {
  readonly signed: boolean;
  /** Of the low `bits` bits of the argument. */
  readonly fold: (value: bigint, bits: number) => number;
}

const COUNTS: Readonly<Record<string, BitFunction>> = {
  clz: { signed: false, fold: (value, bits) => bits - lengthOf(value) },
  ctz: { signed: false, fold: (value, bits) => (value === 0n ? bits : trailingZeros(value)) },
  popcount: { signed: false, fold: ones },
  parity: { signed: false, fold: (value) => ones(value) % 2 },
  ffs: { signed: true, fold: (value) => (value === 0n ? 0 : trailingZeros(value) + 1) },
  clrsb: {
    signed: true,
    fold: (value, bits) =>
      bits - 1 - lengthOf(value >> BigInt(bits - 1) ? ~value & mask(bits) : value),
  },
};

const SWAPS: Readonly<Record<string, IntegerType>> = {
  bswap16: UNSIGNED_SHORT,
  bswap32: UNSIGNED,
  bswap64: UNSIGNED_LONG,
};

/** `name` without `__builtin_`; null if it is none of these. */
export function bitBuiltin(
  checker: Checker,
  name: string,
  args: readonly Expression[],
  span: Span,
): Expression | null {
  const [argument, second] = args;
  if (argument === undefined || second !== undefined || !isArithmetic(argument.type)) return null;
  const swap = Object.hasOwn(SWAPS, name) ? SWAPS[name] : undefined;
  if (swap !== undefined) {
    const value = convert(argument, swap);
    if (value.kind === 'integer-constant') {
      return integerConstant(swapped(value.value, swap.bytes), swap, span);
    }
    return libraryCall(checker, `__${name}`, functionOf(swap, [swap]), [value], span);
  }
  const [, base = '', suffix = ''] = /^([a-z]+?)(l{0,2})$/.exec(name) ?? [];
  const count = Object.hasOwn(COUNTS, base) ? COUNTS[base] : undefined;
  if (count === undefined) return null;
  const bits = suffix === '' ? 32 : 64;
  const types = count.signed ? [INT, LONG] : [UNSIGNED, UNSIGNED_LONG];
  const type = (bits === 32 ? types[0] : types[1]) ?? INT;
  const value = convert(argument, type);
  if (value.kind === 'integer-constant') {
    return integerConstant(BigInt(count.fold(value.value & mask(bits), bits)), INT, span);
  }
  return libraryCall(checker, `__${base}${bits}`, functionOf(INT, [type]), [value], span);
}

function mask(bits: number): bigint {
  return (1n << BigInt(bits)) - 1n;
}

/** Bits up to the highest one. */
function lengthOf(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function trailingZeros(value: bigint): number {
  return lengthOf(value & -value) - 1;
}

function ones(value: bigint): number {
  return value.toString(2).replaceAll('0', '').length;
}

function swapped(value: bigint, bytes: number): bigint {
  let result = 0n;
  for (let at = 0; at < bytes; at += 1) {
    result = (result << 8n) | ((value >> BigInt(8 * at)) & 0xffn);
  }
  return result;
}
