/**
 * Truth: comparisons and logical operators, as jumps where a condition decides what runs next and as
 * 0 or 1 where the value is wanted.
 */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Expression } from '../typed-tree';
import { isRepeated, move } from './access';
import { constant32, constantValue } from './constant';
import type { FunctionContext } from './context';
import type { Label, Slot } from './emitter';
import { operandPair } from './operand-order';
import { isWide, type ValueKind, valueKind } from './value-kind';

type Comparison = Extract<Expression, { kind: 'comparison' }>;
type Relation = Comparison['operator'];

const INVERSE: Record<Relation, Relation> = {
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};
const MIRROR: Record<Relation, Relation> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

export function jumpIf(g: FunctionContext, e: Expression, label: Label, sense: boolean): void {
  const constant = constantValue(e);
  if (constant !== null) {
    if ((constant !== 0n) === sense) g.code.jump(Opcode.JMP, label);
    return;
  }
  switch (e.kind) {
    case 'not':
      jumpIf(g, e.operand, label, !sense);
      return;
    case 'comparison':
      jumpIfComparison(g, e, label, sense);
      return;
    case 'logical':
      jumpIfLogical(g, e, label, sense);
      return;
    case 'comma':
      g.effect(e.left);
      jumpIf(g, e.right, label, sense);
      return;
    case 'convert':
      if (keepsTruth(e)) {
        jumpIf(g, e.operand, label, sense);
        return;
      }
      break;
    default:
      break;
  }
  const mark = g.frame.mark();
  const slot = g.operand(e);
  jumpIfSlot(g, slot, valueKind(e.type), label, sense);
  g.frame.release(mark);
}

/** Jumps if the scalar in the slot is not zero (`sense`) or zero. */
export function jumpIfSlot(
  g: FunctionContext,
  slot: Slot,
  kind: ValueKind,
  label: Label,
  sense: boolean,
): void {
  if (kind === 'float32' || kind === 'float64') {
    const truth = g.frame.temporary();
    g.code.emit(kind === 'float32' ? Opcode.NEZF32 : Opcode.NEZF64, truth, slot);
    g.code.jump(sense ? Opcode.JNZ32 : Opcode.JZ32, label, truth);
    return;
  }
  const opcode = isWide(kind)
    ? sense
      ? Opcode.JNZ64
      : Opcode.JZ64
    : sense
      ? Opcode.JNZ32
      : Opcode.JZ32;
  g.code.jump(opcode, label, slot);
}

/** The conversion maps zero, and only zero, to zero. */
function keepsTruth(e: Extract<Expression, { kind: 'convert' }>): boolean {
  if (e.type.kind === 'integer' && e.type.name === '_Bool') return true;
  const from = valueKind(e.operand.type);
  if (from === 'float32' || from === 'float64' || from === 'void') return false;
  const fromBytes = e.operand.type.kind === 'integer' ? e.operand.type.bytes : 8;
  const toBytes = e.type.kind === 'integer' ? e.type.bytes : e.type.kind === 'pointer' ? 8 : 0;
  return toBytes >= fromBytes;
}

function jumpIfLogical(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'logical' }>,
  label: Label,
  sense: boolean,
): void {
  // `a && b` is false as soon as one is false; `a || b` is true as soon as one is true.
  const decisive = e.operator === '||';
  if (sense === decisive) {
    jumpIf(g, e.left, label, sense);
    jumpIf(g, e.right, label, sense);
    return;
  }
  const skip = g.code.newLabel();
  jumpIf(g, e.left, skip, decisive);
  jumpIf(g, e.right, label, sense);
  g.code.bind(skip);
}

function jumpIfComparison(g: FunctionContext, e: Comparison, label: Label, sense: boolean): void {
  const kind = valueKind(e.left.type);
  const mark = g.frame.mark();
  if (kind === 'float32' || kind === 'float64') {
    const truth = comparison(g, e, null);
    g.code.jump(sense ? Opcode.JNZ32 : Opcode.JZ32, label, truth);
  } else {
    const relation = sense ? e.operator : INVERSE[e.operator];
    if (!jumpIfConstant(g, e, kind, relation, label)) {
      const [left, right] = operandPair(g, e.left, e.right, true);
      g.code.span = e.span;
      jumpIfRelation(g, relation, kind, left, right, label);
    }
  }
  g.frame.release(mark);
}

/** One side is a constant that an instruction can hold; false if there is no such form. */
function jumpIfConstant(
  g: FunctionContext,
  e: Comparison,
  kind: ValueKind,
  relationOfLeft: Relation,
  label: Label,
): boolean {
  let operand = e.left;
  let constant = e.right;
  let relation = relationOfLeft;
  if (constantValue(e.right) === null) {
    if (constantValue(e.left) === null) return false;
    operand = e.right;
    constant = e.left;
    relation = MIRROR[relation];
  }
  if (isWide(kind)) {
    if (constantValue(constant) !== 0n) return false;
    if (relation !== '==' && relation !== '!=') return false;
    const slot = g.operand(operand);
    jumpIfSlot(g, slot, kind, label, relation === '!=');
    return true;
  }
  const immediate = constant32(constant);
  if (immediate === null) return false;
  if (immediate === 0 && (relation === '==' || relation === '!=')) {
    const slot = g.operand(operand);
    jumpIfSlot(g, slot, kind, label, relation === '!=');
    return true;
  }
  const opcode = kind === 'int32' ? SIGNED_IMMEDIATE[relation] : UNSIGNED_IMMEDIATE[relation];
  if (opcode === undefined) return false;
  const slot = g.operand(operand);
  g.code.span = e.span;
  g.code.jump(opcode, label, slot, immediate);
  return true;
}

const SIGNED_IMMEDIATE: Record<Relation, number> = {
  '==': Opcode.JEQI32,
  '!=': Opcode.JNEI32,
  '<': Opcode.JLTSI32,
  '<=': Opcode.JLESI32,
  '>': Opcode.JGTSI32,
  '>=': Opcode.JGESI32,
};
const UNSIGNED_IMMEDIATE: Partial<Record<Relation, number>> = {
  '==': Opcode.JEQI32,
  '!=': Opcode.JNEI32,
};

interface Row {
  readonly equal: number;
  readonly unequal: number;
  readonly less: number;
  readonly lessOrEqual: number;
}

const JUMPS: Partial<Record<ValueKind, Row>> = {
  int32: row(Opcode.JEQ32, Opcode.JNE32, Opcode.JLTS32, Opcode.JLES32),
  uint32: row(Opcode.JEQ32, Opcode.JNE32, Opcode.JLTU32, Opcode.JLEU32),
  int64: row(Opcode.JEQ64, Opcode.JNE64, Opcode.JLTS64, Opcode.JLES64),
  uint64: row(Opcode.JEQ64, Opcode.JNE64, Opcode.JLTU64, Opcode.JLEU64),
};
const VALUES: Partial<Record<ValueKind, Row>> = {
  int32: row(Opcode.EQ32, Opcode.NE32, Opcode.LTS32, Opcode.LES32),
  uint32: row(Opcode.EQ32, Opcode.NE32, Opcode.LTU32, Opcode.LEU32),
  int64: row(Opcode.EQ64, Opcode.NE64, Opcode.LTS64, Opcode.LES64),
  uint64: row(Opcode.EQ64, Opcode.NE64, Opcode.LTU64, Opcode.LEU64),
  float32: row(Opcode.EQF32, Opcode.NEF32, Opcode.LTF32, Opcode.LEF32),
  float64: row(Opcode.EQF64, Opcode.NEF64, Opcode.LTF64, Opcode.LEF64),
};

function row(equal: number, unequal: number, less: number, lessOrEqual: number): Row {
  return { equal, unequal, less, lessOrEqual };
}

/** There is only "less": the operands of "greater" are exchanged. */
function select(
  row: Row | undefined,
  relation: Relation,
): { readonly opcode: number; readonly exchanged: boolean } {
  if (row === undefined) throw new Error(`'${relation}' of values that can't be compared`);
  switch (relation) {
    case '==':
      return { opcode: row.equal, exchanged: false };
    case '!=':
      return { opcode: row.unequal, exchanged: false };
    case '<':
      return { opcode: row.less, exchanged: false };
    case '<=':
      return { opcode: row.lessOrEqual, exchanged: false };
    case '>':
      return { opcode: row.less, exchanged: true };
    case '>=':
      return { opcode: row.lessOrEqual, exchanged: true };
    default:
      return assertNever(relation);
  }
}

export function jumpIfRelation(
  g: FunctionContext,
  relation: Relation,
  kind: ValueKind,
  left: Slot,
  right: Slot,
  label: Label,
): void {
  const { opcode, exchanged } = select(JUMPS[kind], relation);
  if (exchanged) g.code.jump(opcode, label, right, left);
  else g.code.jump(opcode, label, left, right);
}

/** 0 or 1. */
export function comparison(g: FunctionContext, e: Comparison, wanted: Slot | null): Slot {
  const { opcode, exchanged } = select(VALUES[valueKind(e.left.type)], e.operator);
  const mark = g.frame.mark();
  const [left, right] = operandPair(g, e.left, e.right, true);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.emit(opcode, into, exchanged ? right : left, exchanged ? left : right);
  return into;
}

/** `!x` as a value. */
export function not(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'not' }>,
  wanted: Slot | null,
): Slot {
  const kind = valueKind(e.operand.type);
  if (kind !== 'int32' && kind !== 'uint32') return truthValue(g, e, wanted);
  const mark = g.frame.mark();
  const operand = g.value(e.operand);
  const kept = isRepeated(g) ? g.kept.constant32(0) : null;
  const zero = kept ?? g.frame.temporary();
  if (kept === null) g.code.emit(Opcode.MOVI32, zero, 0);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.emit(Opcode.EQ32, into, operand, zero);
  return into;
}

/** 0 or 1 by jumps. */
export function truthValue(g: FunctionContext, e: Expression, wanted: Slot | null): Slot {
  const into = g.frame.temporary();
  const end = g.code.newLabel();
  g.code.emit(Opcode.MOVI32, into, 0);
  jumpIf(g, e, end, false);
  g.code.emit(Opcode.MOVI32, into, 1);
  g.code.bind(end);
  return wanted === null ? into : move(g, wanted, into, false);
}
