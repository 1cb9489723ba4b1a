/** Values of conditions in directives, C11 6.10.1p4: integers of 64 bits, and what operators make of them. */

export interface Value {
  readonly value: bigint;
  readonly unsigned: boolean;
}

export const ZERO: Value = { value: 0n, unsigned: false };
/** What a binary operator gives; null: a division by zero. */
export function operate(operator: string, left: Value, right: Value): Value | null {
  const unsigned = left.unsigned || right.unsigned;
  const a = wrap(left.value, unsigned);
  const b = wrap(right.value, unsigned);
  const truth = (holds: boolean): Value => ({ value: holds ? 1n : 0n, unsigned: false });
  const number = (value: bigint): Value => ({ value: wrap(value, unsigned), unsigned });
  switch (operator) {
    case '||':
      return truth(left.value !== 0n || right.value !== 0n);
    case '&&':
      return truth(left.value !== 0n && right.value !== 0n);
    case '|':
      return number(a | b);
    case '^':
      return number(a ^ b);
    case '&':
      return number(a & b);
    case '==':
      return truth(a === b);
    case '!=':
      return truth(a !== b);
    case '<':
      return truth(a < b);
    case '>':
      return truth(a > b);
    case '<=':
      return truth(a <= b);
    case '>=':
      return truth(a >= b);
    case '<<':
      return shifted(left, right, right.value);
    case '>>':
      return shifted(left, right, -right.value);
    case '+':
      return number(a + b);
    case '-':
      return number(a - b);
    case '*':
      return number(a * b);
    default:
      if (b === 0n) return null;
      return number(operator === '/' ? a / b : a % b);
  }
}

/** The type is the left operand's. As gcc does, a negative count shifts the other way. */
function shifted({ value, unsigned }: Value, right: Value, count: bigint): Value {
  const toLeft = right.unsigned ? count > 0n : BigInt.asIntN(64, count) > 0n;
  const bits = count < 0n ? -count : count;
  const far = bits >= 64n;
  if (toLeft) return { value: far ? 0n : wrap(value << bits, unsigned), unsigned };
  return { value: value >> (far ? 64n : bits), unsigned };
}

/** In 64 bits. */
export function wrap(value: bigint, unsigned: boolean): bigint {
  return unsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value);
}
