/**
 * Arithmetic that the processor's loop leaves: division by zero, signed overflow, shift counts out
 * of range, wide 64-bit operands, results that are not a number. Integer results are exact by
 * BigInt; overflow wraps and is noted once for each place.
 */
import type { OpcodeName } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { fault, noteOnce } from './finding';
import {
  putBigInt,
  putSigned64,
  putUnsigned64,
  toBigInt,
  toFloat,
  toUnsignedBigInt,
} from './integers';
import { operand, slot, slotDouble, slotFloat, slotHigh, slotWord, type Handler } from './operands';
import type { Trap } from './trap';

type BinaryOperator = '+' | '-' | '*' | '/' | '%';

export const arithmeticHandlers: Partial<Record<OpcodeName, Handler>> = {
  ADDS32: (context) => overflow32(context, '+', slot(context, 3)),
  SUBS32: (context) => overflow32(context, '-', slot(context, 3)),
  MULS32: (context) => overflow32(context, '*', slot(context, 3)),
  ADDSI32: (context) => overflow32(context, '+', operand(context, 3)),
  ADDJLTSI32: (context) => countAndJump32(context, operand(context, 3), (a, b) => a < b),
  ADDJLESI32: (context) => countAndJump32(context, operand(context, 3), (a, b) => a <= b),
  ADDJGTSI32: (context) => countAndJump32(context, operand(context, 3), (a, b) => a > b),
  ADDJGESI32: (context) => countAndJump32(context, operand(context, 3), (a, b) => a >= b),
  ADDJLTS32: (context) => countAndJump32(context, slot(context, 3), (a, b) => a < b),
  ADDJLES32: (context) => countAndJump32(context, slot(context, 3), (a, b) => a <= b),
  ADDJLTS64: countAndJump64,
  ADDSX64: (context) => signed64(context, '+', BigInt(slot(context, 3))),
  MULSI32: (context) => overflow32(context, '*', operand(context, 3)),
  DIVS32: (context) => divisionFault(context, '/', 32, BigInt(slot(context, 3))),
  DIVU32: (context) => divisionFault(context, '/', 32, BigInt(slot(context, 3))),
  REMS32: (context) => divisionFault(context, '%', 32, BigInt(slot(context, 3))),
  REMU32: (context) => divisionFault(context, '%', 32, BigInt(slot(context, 3))),
  ADDS64: (context) => signed64(context, '+', slot64(context, 3)),
  SUBS64: (context) => signed64(context, '-', slot64(context, 3)),
  MULS64: (context) => signed64(context, '*', slot64(context, 3)),
  ADDSI64: (context) => signed64(context, '+', BigInt(operand(context, 3))),
  DIVS64: (context) => divide64(context, '/', true),
  DIVU64: (context) => divide64(context, '/', false),
  REMS64: (context) => divide64(context, '%', true),
  REMU64: (context) => divide64(context, '%', false),
  SHL32: (context) => shift(context, 32, (a, n) => a << n),
  SHRS32: (context) => shift(context, 32, (a, n) => a >> n),
  SHRU32: (context) => shift(context, 32, (a, n) => BigInt.asUintN(32, a) >> n),
  SHL64: (context) => shift(context, 64, (a, n) => a << n),
  SHRS64: (context) => shift(context, 64, (a, n) => a >> n),
  SHRU64: (context) => shift(context, 64, (a, n) => BigInt.asUintN(64, a) >> n),
  PADD: (context) => pointerSum(context, BigInt(slot(context, 3))),
  PADD64: (context) => pointerSum(context, slot64(context, 3)),
  PDIFF: pointerDifference,
  ADDF32: (context) => notANumber32(context, slotWord(context, 2), slotWord(context, 3)),
  SUBF32: (context) => notANumber32(context, slotWord(context, 2), slotWord(context, 3)),
  MULF32: (context) => notANumber32(context, slotWord(context, 2), slotWord(context, 3)),
  DIVF32: (context) => notANumber32(context, slotWord(context, 2), slotWord(context, 3)),
  ADDF64: (context) => notANumber64(context, slotWord(context, 2), slotWord(context, 3)),
  SUBF64: (context) => notANumber64(context, slotWord(context, 2), slotWord(context, 3)),
  MULF64: (context) => notANumber64(context, slotWord(context, 2), slotWord(context, 3)),
  DIVF64: (context) => notANumber64(context, slotWord(context, 2), slotWord(context, 3)),
  S64_F32: (context) => toFloat32(context, false),
  U64_F32: (context) => toFloat32(context, true),
  F64_S32: (context) => toInteger32(context, true),
  F64_U32: (context) => toInteger32(context, false),
  F64_S64: (context) => toInteger64(context, putSigned64),
  F64_U64: (context) => toInteger64(context, putUnsigned64),
  F32_F64: widenNotANumber,
  F64_F32: narrowNotANumber,
};

function slot64(context: ExecutionContext, k: number): bigint {
  return toBigInt(slot(context, k), slotHigh(context, k));
}

function exactly(operator: BinaryOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}

function overflow32(
  context: ExecutionContext,
  operator: BinaryOperator,
  right: number,
): Trap | null {
  const a = BigInt(slot(context, 2));
  const b = BigInt(right);
  const wrapped = BigInt.asIntN(32, exactly(operator, a, b));
  context.memory.i32[slotWord(context, 1)] = Number(wrapped);
  return noteOverflow(context, 32, operator, a, b, wrapped);
}

function signed64(context: ExecutionContext, operator: BinaryOperator, b: bigint): Trap | null {
  const a = slot64(context, 2);
  const exact = exactly(operator, a, b);
  const wrapped = BigInt.asIntN(64, exact);
  putBigInt(context.memory.i32, slotWord(context, 1), wrapped);
  if (wrapped !== exact) return noteOverflow(context, 64, operator, a, b, wrapped);
  context.pc += 4;
  return null;
}

/** The end of a loop whose counter overflows: `a += i`, then the comparison with the wrapped sum. */
function countAndJump32(
  context: ExecutionContext,
  limit: number,
  holds: (a: number, b: number) => boolean,
): Trap | null {
  const a = BigInt(slot(context, 1));
  const b = BigInt(operand(context, 2));
  const wrapped = BigInt.asIntN(32, a + b);
  context.memory.i32[slotWord(context, 1)] = Number(wrapped);
  const next = holds(Number(wrapped), limit) ? operand(context, 4) : context.pc + 5;
  return noteOverflow(context, 32, '+', a, b, wrapped, next);
}

function countAndJump64(context: ExecutionContext): Trap | null {
  const a = slot64(context, 1);
  const b = BigInt(operand(context, 2));
  const wrapped = BigInt.asIntN(64, a + b);
  putBigInt(context.memory.i32, slotWord(context, 1), wrapped);
  const next = wrapped < slot64(context, 3) ? operand(context, 4) : context.pc + 5;
  return noteOverflow(context, 64, '+', a, b, wrapped, next);
}

function noteOverflow(
  context: ExecutionContext,
  bits: 32 | 64,
  operator: BinaryOperator,
  a: bigint,
  b: bigint,
  wrapped: bigint,
  next = context.pc + 4,
): Trap | null {
  const trap = noteOnce(context, 'signed-overflow', () => {
    const type = bits === 32 ? 'an int (32 bits)' : 'a long (64 bits)';
    const [min, max] = [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n];
    return `Signed overflow: ${a} ${operator} ${b < 0n ? `(${b})` : b} does not fit in ${type}, which holds ${min} to ${max}. C leaves the result undefined; here it wraps to ${wrapped}.`;
  });
  context.pc = next;
  return trap;
}

function divide64(context: ExecutionContext, operator: '/' | '%', signed: boolean): Trap | null {
  const read = (k: number): bigint =>
    signed ? slot64(context, k) : toUnsignedBigInt(slot(context, k), slotHigh(context, k));
  const a = read(2);
  const b = read(3);
  if (b === 0n || (signed && b === -1n && a === -(1n << 63n))) {
    return divisionFault(context, operator, 64, b);
  }
  putBigInt(context.memory.i32, slotWord(context, 1), exactly(operator, a, b));
  context.pc += 4;
  return null;
}

function divisionFault(
  context: ExecutionContext,
  operator: '/' | '%',
  bits: 32 | 64,
  divisor: bigint,
): Trap {
  const what = operator === '/' ? 'divides by' : 'takes the remainder of a division by';
  const message =
    divisor === 0n
      ? `This ${what} zero.`
      : `This ${what} -1 with the smallest ${bits === 32 ? 'int' : 'long'} (${-(1n << BigInt(bits - 1))}): the result does not fit.`;
  return fault(context, divisor === 0n ? 'division-by-zero' : 'signed-overflow', 'SIGFPE', message);
}

function shift(
  context: ExecutionContext,
  bits: 32 | 64,
  operation: (a: bigint, n: bigint) => bigint,
): Trap | null {
  const n = slot(context, 3);
  const taken = n & (bits - 1);
  const a = bits === 32 ? BigInt(slot(context, 2)) : slot64(context, 2);
  const word = slotWord(context, 1);
  const result = operation(a, BigInt(taken));
  if (bits === 32) context.memory.i32[word] = Number(BigInt.asIntN(32, result));
  else putBigInt(context.memory.i32, word, result);
  const trap = noteOnce(
    context,
    'shift-out-of-range',
    () =>
      `This shifts a ${bits}-bit number by ${n}, but only 0 to ${bits - 1} are defined; here the shift is by ${taken}, as the processor does it.`,
  );
  context.pc += 4;
  return trap;
}

/** Address arithmetic wraps without a finding: using the pointer will tell. */
function pointerSum(context: ExecutionContext, index: bigint): Trap | null {
  const sum = slot64(context, 2) + index * BigInt(operand(context, 4));
  putBigInt(context.memory.i32, slotWord(context, 1), sum);
  context.pc += 5;
  return null;
}

function pointerDifference(context: ExecutionContext): Trap | null {
  const difference = BigInt.asIntN(64, slot64(context, 2) - slot64(context, 3));
  putBigInt(context.memory.i32, slotWord(context, 1), difference / BigInt(operand(context, 4)));
  context.pc += 5;
  return null;
}

function toFloat32(context: ExecutionContext, unsigned: boolean): null {
  const value = toFloat(slot(context, 2), slotHigh(context, 2), unsigned);
  context.memory.f32[slotWord(context, 1)] = value;
  context.pc += 3;
  return null;
}

function toInteger64(context: ExecutionContext, put: typeof putSigned64): Trap | null {
  const value = slotDouble(context, 2);
  const low = put === putSigned64 ? -(2 ** 63) : 0;
  const high = put === putSigned64 ? 2 ** 63 : 2 ** 64;
  const note = noteConversion(
    context,
    value,
    low,
    high,
    put === putSigned64 ? 'a long' : 'an unsigned long',
  );
  put(context.memory.i32, slotWord(context, 1), value);
  context.pc += 3;
  return note;
}

/** As x86-64: 0x80000000 for an int that doesn't fit; an unsigned one is the low half of a long. */
function toInteger32(context: ExecutionContext, signed: boolean): Trap | null {
  const value = slotDouble(context, 2);
  const note = signed
    ? noteConversion(context, value, -(2 ** 31), 2 ** 31, 'an int')
    : noteConversion(context, value, 0, 2 ** 32, 'an unsigned int');
  const inLong = value > -(2 ** 63) - 1024 && value < 2 ** 63;
  context.memory.i32[slotWord(context, 1)] = signed ? -(2 ** 31) : inLong ? value | 0 : 0;
  context.pc += 3;
  return note;
}

/** C11 6.3.1.4: a value whose whole part the integer type can't hold. Null: it can. */
function noteConversion(
  context: ExecutionContext,
  value: number,
  low: number,
  high: number,
  type: string,
): Trap | null {
  const whole = Math.trunc(value);
  if (whole >= low && whole < high) return null;
  return noteOnce(
    context,
    'conversion-out-of-range',
    () =>
      `This converts ${Number.isNaN(value) ? 'a number that is none (nan)' : value} to ${type}, which can't hold it. C leaves the result undefined.`,
  );
}

// ---- not a number: bits as x86-64 has them, whatever the host's are --------------------------

/** High word of what an invalid operation gives: a quiet NaN with the sign set ("-nan"). */
export const INVALID_HIGH = 0xfff8_0000 | 0;
const INVALID_32 = 0xffc0_0000 | 0;

function notANumber64(context: ExecutionContext, a: number, b: number): null {
  const { i32, f64 } = context.memory;
  const d = slotWord(context, 1);
  const from = Number.isNaN(f64[a >> 1]) ? a : Number.isNaN(f64[b >> 1]) ? b : -1;
  const low = from < 0 ? 0 : (i32[from] as number);
  const high = from < 0 ? INVALID_HIGH : (i32[from + 1] as number) | 0x8_0000;
  i32[d] = low;
  i32[d + 1] = high;
  context.pc += 4;
  return null;
}

function notANumber32(context: ExecutionContext, a: number, b: number): null {
  const { i32, f32 } = context.memory;
  const from = Number.isNaN(f32[a]) ? a : Number.isNaN(f32[b]) ? b : -1;
  i32[slotWord(context, 1)] = from < 0 ? INVALID_32 : (i32[from] as number) | 0x40_0000;
  context.pc += 4;
  return null;
}

function widenNotANumber(context: ExecutionContext): null {
  const { i32 } = context.memory;
  if (!Number.isNaN(slotFloat(context, 2))) throw new Error('only for NaN');
  const bits = slot(context, 2);
  const d = slotWord(context, 1);
  i32[d] = bits << 29;
  i32[d + 1] = (bits & -2147483648) | 0x7ff8_0000 | ((bits & 0x7f_ffff) >>> 3);
  context.pc += 3;
  return null;
}

function narrowNotANumber(context: ExecutionContext): null {
  if (!Number.isNaN(slotDouble(context, 2))) throw new Error('only for NaN');
  const low = slot(context, 2);
  const high = slotHigh(context, 2);
  const payload = ((high & 0xf_ffff) << 3) | (low >>> 29);
  context.memory.i32[slotWord(context, 1)] = (high & -2147483648) | 0x7fc0_0000 | payload;
  context.pc += 3;
  return null;
}
