/**
 * The basic types and the questions that C's rules ask of a type (C11 6.2.5, 6.3.1). Types are plain
 * values; the objects here are for convenience: integer types are compared by name, not by identity.
 */
import type {
  FloatingType,
  FunctionType,
  IntegerName,
  IntegerType,
  PointerType,
  QualifiedType,
  RecordType,
  Type,
} from './types';

function integer(
  name: IntegerName,
  bytes: IntegerType['bytes'],
  signed: boolean,
  rank: number,
): IntegerType {
  return { kind: 'integer', name, bytes, signed, rank };
}

export const VOID: Type = { kind: 'void' };
export const ERROR: Type = { kind: 'error' };
export const BOOL = integer('_Bool', 1, false, 0);
/** Signed, as on x86-64. */
export const CHAR = integer('char', 1, true, 1);
export const SIGNED_CHAR = integer('signed char', 1, true, 1);
export const UNSIGNED_CHAR = integer('unsigned char', 1, false, 1);
export const SHORT = integer('short', 2, true, 2);
export const UNSIGNED_SHORT = integer('unsigned short', 2, false, 2);
export const INT = integer('int', 4, true, 3);
export const UNSIGNED = integer('unsigned int', 4, false, 3);
export const LONG = integer('long', 8, true, 4);
export const UNSIGNED_LONG = integer('unsigned long', 8, false, 4);
export const LONG_LONG = integer('long long', 8, true, 5);
export const UNSIGNED_LONG_LONG = integer('unsigned long long', 8, false, 5);
export const FLOAT: FloatingType = { kind: 'floating', name: 'float', bytes: 4 };
export const DOUBLE: FloatingType = { kind: 'floating', name: 'double', bytes: 8 };
export const LONG_DOUBLE: FloatingType = { kind: 'floating', name: 'long double', bytes: 8 };
export const SIZE_T = UNSIGNED_LONG;
export const PTRDIFF_T = LONG;
export const WCHAR_T = INT;

const UNSIGNED_OF: Readonly<Record<IntegerName, IntegerType>> = {
  _Bool: BOOL,
  char: UNSIGNED_CHAR,
  'signed char': UNSIGNED_CHAR,
  'unsigned char': UNSIGNED_CHAR,
  short: UNSIGNED_SHORT,
  'unsigned short': UNSIGNED_SHORT,
  int: UNSIGNED,
  'unsigned int': UNSIGNED,
  long: UNSIGNED_LONG,
  'unsigned long': UNSIGNED_LONG,
  'long long': UNSIGNED_LONG_LONG,
  'unsigned long long': UNSIGNED_LONG_LONG,
};

/** The unsigned type of the same rank (C11 6.2.5:6). */
export function unsignedOf(type: IntegerType): IntegerType {
  return UNSIGNED_OF[type.name];
}

export function plain(type: Type): QualifiedType {
  return { type, const: false, volatile: false };
}

export function constant(type: Type): QualifiedType {
  return { type, const: true, volatile: false };
}

export function pointerTo(to: QualifiedType): PointerType {
  return { kind: 'pointer', to };
}

/** Arithmetic rules see an enumerated type as its integer type. */
export function integerTypeOf(type: Type): IntegerType | null {
  if (type.kind === 'integer') return type;
  return type.kind === 'enum' ? type.underlying : null;
}

export function isInteger(type: Type): boolean {
  return type.kind === 'integer' || type.kind === 'enum';
}

export function isArithmetic(type: Type): boolean {
  return isInteger(type) || type.kind === 'floating';
}

export function isScalar(type: Type): boolean {
  return isArithmetic(type) || type.kind === 'pointer';
}

export function isCharacter(type: Type): boolean {
  return type.kind === 'integer' && type.bytes === 1 && type.name !== '_Bool';
}

export function isVoidPointer(type: Type): boolean {
  return type.kind === 'pointer' && type.to.type.kind === 'void';
}

export function isFunctionPointer(
  type: Type,
): type is PointerType & { to: { type: FunctionType } } {
  return type.kind === 'pointer' && type.to.type.kind === 'function';
}

/** An array whose element count is known at run time only, at any depth (C11 6.7.6.2:4). */
export function isVariableLength(type: Type): boolean {
  return type.kind === 'array' && (type.length !== undefined || isVariableLength(type.of.type));
}

/** A type made with a variable-length array anywhere, through pointers too. */
export function isVariablyModified(type: Type): boolean {
  if (type.kind === 'array') return type.length !== undefined || isVariablyModified(type.of.type);
  if (type.kind === 'pointer') return isVariablyModified(type.to.type);
  return type.kind === 'function' && isVariablyModified(type.result.type);
}

/** C11 6.2.5:1: a type that describes an object of unknown size. */
export function isIncomplete(type: Type): boolean {
  switch (type.kind) {
    case 'void':
      return true;
    case 'array':
      return (type.count === null && type.length === undefined) || isIncomplete(type.of.type);
    case 'record':
    case 'enum':
      return !type.complete;
    default:
      return false;
  }
}

/** Integer promotions (C11 6.3.1.1:2). */
export function promoted(type: IntegerType): IntegerType {
  return type.rank < INT.rank ? INT : type;
}

/** Usual arithmetic conversions (C11 6.3.1.8); null unless both are arithmetic. */
export function commonArithmeticType(left: Type, right: Type): IntegerType | FloatingType | null {
  if (left.kind === 'floating' || right.kind === 'floating') {
    if (!isArithmetic(left) || !isArithmetic(right)) return null;
    const floating = [left, right].filter((type) => type.kind === 'floating');
    if (floating.some((type) => type.name === 'long double')) return LONG_DOUBLE;
    return floating.some((type) => type.name === 'double') ? DOUBLE : FLOAT;
  }
  const a = integerTypeOf(left);
  const b = integerTypeOf(right);
  if (a === null || b === null) return null;
  return commonIntegerType(promoted(a), promoted(b));
}

function commonIntegerType(a: IntegerType, b: IntegerType): IntegerType {
  if (a.name === b.name && a.width === b.width) return a;
  if (a.width !== undefined || b.width !== undefined) return wider(a, b);
  if (a.signed === b.signed) return a.rank >= b.rank ? a : b;
  const signed = a.signed ? a : b;
  const unsigned = a.signed ? b : a;
  if (unsigned.rank >= signed.rank) return unsigned;
  return signed.bytes > unsigned.bytes ? signed : unsignedOf(signed);
}

/** Of two precisions the larger counts; of one and the same the unsigned type. */
function wider(a: IntegerType, b: IntegerType): IntegerType {
  const [x, y] = [bitsOf(a), bitsOf(b)];
  if (x !== y) return x > y ? a : b;
  return a.signed ? b : a;
}

export function bitsOf(type: IntegerType): number {
  return type.width ?? type.bytes * 8;
}

/** The type in which the value of a wide bit-field is computed with. */
export function ofWidth(type: IntegerType, width: number): IntegerType {
  return width === type.bytes * 8 ? type : { ...type, width };
}

export function integerRange(type: IntegerType): { readonly low: bigint; readonly high: bigint } {
  if (type.name === '_Bool') return { low: 0n, high: 1n };
  const bits = BigInt(bitsOf(type));
  return type.signed
    ? { low: -(1n << (bits - 1n)), high: (1n << (bits - 1n)) - 1n }
    : { low: 0n, high: (1n << bits) - 1n };
}

export function fitsInteger(value: bigint, type: IntegerType): boolean {
  const { low, high } = integerRange(type);
  return value >= low && value <= high;
}

/** A value reduced to what an object of the type can hold, as x86-64 does (C11 6.3.1.3). */
export function wrapInteger(value: bigint, type: IntegerType): bigint {
  if (type.name === '_Bool') return value === 0n ? 0n : 1n;
  const bits = bitsOf(type);
  return type.signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

/** A record that holds a const member at any depth can't be assigned to (C11 6.3.2.1:1). */
export function hasConstMember(type: RecordType): boolean {
  return type.fields.some(
    (field) =>
      field.type.const || (field.type.type.kind === 'record' && hasConstMember(field.type.type)),
  );
}
