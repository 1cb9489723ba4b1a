/**
 * C's arithmetic (C11 6.3.1, 6.5) on known values, written apart from the compiler's: it tells the
 * makers of random programs what an expression is worth, and that it is defined at all. null stands
 * for undefined behaviour.
 */

export type NumberType =
  | {
      readonly kind: 'integer';
      readonly name: string;
      readonly bits: number;
      readonly signed: boolean;
      /** 6.3.1.1; bit-fields that are wider than int stand between. */
      readonly rank: number;
    }
  | { readonly kind: 'floating'; readonly name: 'float' | 'double' };

export type IntegerNumber = Extract<NumberType, { kind: 'integer' }>;

function integer(name: string, bits: number, signed: boolean, rank: number): IntegerNumber {
  return { kind: 'integer', name, bits, signed, rank };
}

export const INT = integer('int', 32, true, 3);
const UNSIGNED = integer('unsigned', 32, false, 3);
export const INTEGERS: readonly IntegerNumber[] = [
  integer('_Bool', 1, false, 0),
  integer('char', 8, true, 1),
  integer('signed char', 8, true, 1),
  integer('unsigned char', 8, false, 1),
  integer('short', 16, true, 2),
  integer('unsigned short', 16, false, 2),
  INT,
  UNSIGNED,
  integer('long', 64, true, 4),
  integer('unsigned long', 64, false, 4),
  integer('long long', 64, true, 5),
  integer('unsigned long long', 64, false, 5),
];
export const FLOAT: NumberType = { kind: 'floating', name: 'float' };
export const DOUBLE: NumberType = { kind: 'floating', name: 'double' };

/** A bit-field as a type of values. */
export function bitField(declared: IntegerNumber, width: number): IntegerNumber {
  if (declared.bits === width) return declared;
  return { ...declared, bits: width, rank: width > 32 ? 3 + width / 100 : 2.5 };
}

export interface Valued {
  readonly text: string;
  readonly type: NumberType;
  readonly value: bigint | number;
}

export function wrap(value: bigint, type: IntegerNumber): bigint {
  if (type.name === '_Bool') return value === 0n ? 0n : 1n;
  return type.signed ? BigInt.asIntN(type.bits, value) : BigInt.asUintN(type.bits, value);
}

export function promoted(type: NumberType): NumberType {
  if (type.kind === 'floating' || type.rank >= 3) return type;
  return !type.signed && type.bits === 32 ? UNSIGNED : INT;
}

/** The value after a conversion; null where C leaves it open (6.3.1.4). */
export function converted(value: bigint | number, to: NumberType): bigint | number | null {
  if (to.kind === 'floating') {
    if (typeof value === 'number') return to.name === 'float' ? Math.fround(value) : value;
    // Beyond 2^53 rounding to float would need more than one step.
    if (to.name === 'float' && BigInt(Number(value)) !== value) return null;
    return to.name === 'float' ? Math.fround(Number(value)) : Number(value);
  }
  if (typeof value === 'bigint') return wrap(value, to);
  if (to.name === '_Bool') return value === 0 ? 0n : 1n;
  if (!Number.isFinite(value)) return null;
  const whole = BigInt(Math.trunc(value));
  return wrap(whole, to) === whole ? whole : null;
}

export function commonType(left: NumberType, right: NumberType): NumberType {
  if (left.kind === 'floating' || right.kind === 'floating') {
    return [left, right].some(({ name }) => name === 'double') ? DOUBLE : FLOAT;
  }
  const a = promoted(left);
  const b = promoted(right);
  if (a.kind === 'floating' || b.kind === 'floating') return DOUBLE;
  if (a.bits !== b.bits) return a.bits > b.bits ? a : b;
  if (a.signed === b.signed) return a.rank >= b.rank ? a : b;
  const [signed, unsigned] = a.signed ? [a, b] : [b, a];
  if (unsigned.rank >= signed.rank) return unsigned;
  return { ...unsigned, name: `unsigned ${signed.name}`, rank: signed.rank };
}

function exact(operator: string, a: bigint, b: bigint): bigint | null {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0n ? null : a / b;
    case '%':
      return b === 0n ? null : a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    default:
      return a ^ b;
  }
}

function compare(operator: string, a: bigint | number, b: bigint | number): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '==':
      return a === b;
    default:
      return a !== b;
  }
}

function floating(operator: string, a: number, b: number): number | null {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? null : a / b;
    default:
      return null;
  }
}

type Result = Pick<Valued, 'type' | 'value'>;

/** null: undefined, or not allowed on these types. */
export function binary(operator: string, left: Result, right: Result): Result | null {
  if (operator === '<<' || operator === '>>') return shift(operator, left, right);
  const type = commonType(left.type, right.type);
  const a = converted(left.value, type);
  const b = converted(right.value, type);
  if (a === null || b === null) return null;
  if (/^([<>]=?|[=!]=)$/.test(operator)) {
    return { type: INT, value: compare(operator, a, b) ? 1n : 0n };
  }
  if (type.kind === 'floating') {
    const value = floating(operator, Number(a), Number(b));
    const rounded = value === null ? null : converted(value, type);
    return rounded === null || !Number.isFinite(rounded) ? null : { type, value: rounded };
  }
  const value = exact(operator, BigInt(a), BigInt(b));
  if (value === null) return null;
  const wrapped = wrap(value, type);
  return type.signed && wrapped !== value ? null : { type, value: wrapped };
}

function shift(operator: string, left: Result, right: Result): Result | null {
  const type = promoted(left.type);
  if (type.kind === 'floating' || typeof right.value !== 'bigint') return null;
  if (right.value < 0n || right.value >= BigInt(type.bits)) return null;
  const value = BigInt(left.value);
  if (operator === '>>') return { type, value: value >> right.value };
  const shifted = value << right.value;
  const wrapped = wrap(shifted, type);
  return type.signed && (value < 0n || wrapped !== shifted) ? null : { type, value: wrapped };
}

export function unary(operator: string, operand: Result): Result | null {
  if (operator === '!') {
    const zero = typeof operand.value === 'bigint' ? operand.value === 0n : operand.value === 0;
    return { type: INT, value: zero ? 1n : 0n };
  }
  const type = promoted(operand.type);
  const value = converted(operand.value, type);
  if (value === null) return null;
  if (operator === '+') return { type, value };
  if (type.kind === 'floating') return operator === '-' ? { type, value: -Number(value) } : null;
  const result = operator === '-' ? -BigInt(value) : ~BigInt(value);
  const wrapped = wrap(result, type);
  return type.signed && wrapped !== result ? null : { type, value: wrapped };
}
