/** Arithmetic on integers, floating-point numbers and pointers. Signed forms note overflow. */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Expression } from '../typed-tree';
import { addressValue } from './access';
import { constant32, constantValue, smallConstant64 } from './constant';
import type { FunctionContext } from './context';
import { hasEffects } from './effects';
import type { Slot } from './emitter';
import { operandPair } from './operand-order';
import { constantOffset, pointedAddress } from './place';
import { isWide, type ValueKind, valueKind } from './value-kind';

type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>;
type Operator = Arithmetic['operator'];

export function arithmetic(g: FunctionContext, e: Arithmetic, wanted: Slot | null): Slot {
  return withConstant(g, e, wanted) ?? withInt(g, e, wanted) ?? withSlots(g, e, wanted);
}

/** `long + int`: the addition widens its second operand itself. */
function withInt(g: FunctionContext, e: Arithmetic, wanted: Slot | null): Slot | null {
  if (e.operator !== '+' || valueKind(e.type) !== 'int64') return null;
  const mark = g.frame.mark();
  let left = e.left;
  let right = widenedInt(e.right);
  if (right === null && !hasEffects(e.right)) {
    left = e.right;
    right = widenedInt(e.left);
  }
  if (right === null) return null;
  const [a, b] = operandPair(g, left, right, false);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.span = e.span;
  g.code.emit(Opcode.ADDSX64, into, a, b);
  return into;
}

/** The int that is converted to long; null: it isn't one. */
function widenedInt(e: Expression): Expression | null {
  if (e.kind !== 'convert' || valueKind(e.type) !== 'int64') return null;
  if (hasEffects(e.operand) || constantValue(e) !== null) return null;
  return valueKind(e.operand.type) === 'int32' ? e.operand : null;
}

function withSlots(g: FunctionContext, e: Arithmetic, wanted: Slot | null): Slot {
  const opcode = arithmeticOpcode(e.operator, valueKind(e.type));
  const mark = g.frame.mark();
  const [left, right] = operandPair(g, e.left, e.right, isCommutative(e.operator));
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.span = e.span;
  g.code.emit(opcode, into, left, right);
  return into;
}

/** An operand that fits into the instruction as an immediate; null where there is no such form. */
function withConstant(g: FunctionContext, e: Arithmetic, wanted: Slot | null): Slot | null {
  const right = constantValue(e.right);
  let operand = e.left;
  let constant = e.right;
  if (right === null) {
    if (!isCommutative(e.operator) || constantValue(e.left) === null) return null;
    operand = e.right;
    constant = e.left;
  }
  const immediate = immediateForm(e.operator, valueKind(e.type), constant);
  if (immediate === null) return null;
  const mark = g.frame.mark();
  const from = g.operand(operand);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.span = e.span;
  g.code.emit(immediate.opcode, into, from, immediate.value);
  return into;
}

function immediateForm(
  operator: Operator,
  kind: ValueKind,
  constant: Expression,
): { readonly opcode: number; readonly value: number } | null {
  if (kind === 'int64' || kind === 'uint64') {
    if (operator !== '+' && operator !== '-') return null;
    const small = smallConstant64(constant);
    if (small === null || small === -0x8000_0000) return null;
    return {
      opcode: kind === 'int64' ? Opcode.ADDSI64 : Opcode.ADDI64,
      value: operator === '+' ? small : -small,
    };
  }
  if (kind !== 'int32' && kind !== 'uint32') return null;
  const value = constant32(constant);
  if (value === null) return null;
  const signed = kind === 'int32';
  switch (operator) {
    case '+':
      return { opcode: signed ? Opcode.ADDSI32 : Opcode.ADDI32, value };
    case '-':
      if (value === -0x8000_0000) return null;
      return { opcode: signed ? Opcode.ADDSI32 : Opcode.ADDI32, value: -value };
    case '*':
      return { opcode: signed ? Opcode.MULSI32 : Opcode.MULI32, value };
    case '&':
      return { opcode: Opcode.ANDI32, value };
    case '<<':
      return value >= 0 && value < 32 ? { opcode: Opcode.SHLI32, value } : null;
    case '>>':
      if (value < 0 || value >= 32) return null;
      return { opcode: signed ? Opcode.SHRSI32 : Opcode.SHRUI32, value };
    case '/':
    case '%':
    case '|':
    case '^':
      return null;
    default:
      return assertNever(operator);
  }
}

function isCommutative(operator: Operator): boolean {
  return '+*&|^'.includes(operator);
}

function arithmeticOpcode(operator: Operator, kind: ValueKind): number {
  const row = ARITHMETIC[kind];
  const opcode = row?.[operator];
  if (opcode === undefined) throw new Error(`no '${operator}' for ${kind}`);
  return opcode;
}

const ARITHMETIC: Partial<Record<ValueKind, Partial<Record<Operator, number>>>> = {
  int32: {
    '+': Opcode.ADDS32,
    '-': Opcode.SUBS32,
    '*': Opcode.MULS32,
    '/': Opcode.DIVS32,
    '%': Opcode.REMS32,
    '<<': Opcode.SHL32,
    '>>': Opcode.SHRS32,
    '&': Opcode.AND32,
    '^': Opcode.XOR32,
    '|': Opcode.OR32,
  },
  uint32: {
    '+': Opcode.ADD32,
    '-': Opcode.SUB32,
    '*': Opcode.MUL32,
    '/': Opcode.DIVU32,
    '%': Opcode.REMU32,
    '<<': Opcode.SHL32,
    '>>': Opcode.SHRU32,
    '&': Opcode.AND32,
    '^': Opcode.XOR32,
    '|': Opcode.OR32,
  },
  int64: {
    '+': Opcode.ADDS64,
    '-': Opcode.SUBS64,
    '*': Opcode.MULS64,
    '/': Opcode.DIVS64,
    '%': Opcode.REMS64,
    '<<': Opcode.SHL64,
    '>>': Opcode.SHRS64,
    '&': Opcode.AND64,
    '^': Opcode.XOR64,
    '|': Opcode.OR64,
  },
  uint64: {
    '+': Opcode.ADD64,
    '-': Opcode.SUB64,
    '*': Opcode.MUL64,
    '/': Opcode.DIVU64,
    '%': Opcode.REMU64,
    '<<': Opcode.SHL64,
    '>>': Opcode.SHRU64,
    '&': Opcode.AND64,
    '^': Opcode.XOR64,
    '|': Opcode.OR64,
  },
  float32: {
    '+': Opcode.ADDF32,
    '-': Opcode.SUBF32,
    '*': Opcode.MULF32,
    '/': Opcode.DIVF32,
  },
  float64: {
    '+': Opcode.ADDF64,
    '-': Opcode.SUBF64,
    '*': Opcode.MULF64,
    '/': Opcode.DIVF64,
  },
};

/** `-x` and `~x`. */
export function unaryArithmetic(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'negate' | 'complement' }>,
  wanted: Slot | null,
): Slot {
  const kind = valueKind(e.type);
  const mark = g.frame.mark();
  const from = g.operand(e.operand);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  const opcode =
    e.kind === 'complement'
      ? isWide(kind)
        ? Opcode.NOT64
        : Opcode.NOT32
      : kind === 'float32'
        ? Opcode.NEGF32
        : kind === 'float64'
          ? Opcode.NEGF64
          : isWide(kind)
            ? Opcode.NEG64
            : Opcode.NEG32;
  g.code.emit(opcode, into, from);
  return into;
}

/** pointer + index * elementBytes. */
export function pointerOffset(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'pointer-offset' }>,
  wanted: Slot | null,
): Slot {
  const mark = g.frame.mark();
  if (constantOffset(e) !== null) {
    const address = pointedAddress(g, e);
    if (address.kind !== 'pointer') g.frame.release(mark);
    else if (address.offset !== 0) g.frame.release(mark);
    return addressValue(g, address, wanted);
  }
  const scale = e.subtract ? -e.elementBytes : e.elementBytes;
  const [pointer, index] = operandPair(g, e.pointer, e.index, false);
  const kind = valueKind(e.index.type);
  let wide = index;
  if (kind === 'uint32') {
    wide = g.frame.temporary();
    g.code.emit(Opcode.ZX64, wide, index);
  }
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.emit(kind === 'int32' ? Opcode.PADD : Opcode.PADD64, into, pointer, wide, scale);
  return into;
}

/** (left - right) / elementBytes. */
export function pointerDifference(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'pointer-difference' }>,
  wanted: Slot | null,
): Slot {
  const mark = g.frame.mark();
  const [left, right] = operandPair(g, e.left, e.right, false);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.emit(Opcode.PDIFF, into, left, right, e.elementBytes);
  return into;
}
