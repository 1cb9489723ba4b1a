/** Expressions to code: the value into a slot, or the side effects only. */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Expression } from '../typed-tree';
import { addressValue, directSlot, isRepeated, load, move } from './access';
import { arithmetic, pointerDifference, pointerOffset, unaryArithmetic } from './arithmetic';
import { assign, update } from './assignment';
import { loadBitField } from './bit-field';
import { call } from './call';
import { comparison, jumpIfSlot, not, truthValue } from './condition';
import { constantValue } from './constant';
import type { FunctionContext } from './context';
import { convert } from './conversion';
import { hasEffects } from './effects';
import { OUTGOING_SIZE, type Slot } from './emitter';
import { bitsOf, placeAddress } from './place';
import { recordAddress } from './record';
import { vaArg, vaCopy, vaStart } from './variadic';
import { isWide, memoryAccess, valueKind } from './value-kind';

export function value(g: FunctionContext, e: Expression, wanted: Slot | null): Slot {
  if (g.ahead?.expression === e) {
    const { slot } = g.ahead;
    return wanted === null ? slot : move(g, wanted, slot, isWide(valueKind(e.type)));
  }
  switch (e.kind) {
    case 'integer-constant':
      return integerConstant(g, e.value, e, wanted);
    case 'floating-constant':
      return floatingConstant(g, e, wanted);
    case 'load':
      return loadPlace(g, e, wanted);
    case 'address-of': {
      const mark = g.frame.mark();
      const address = placeAddress(g, e.place);
      if (address.kind !== 'pointer') g.frame.release(mark);
      return addressValue(g, address, wanted);
    }
    case 'function-address': {
      const into = wanted ?? g.frame.temporary();
      g.code.emit(Opcode.MOVI64, into, 0, 0);
      g.code.fixup('address', g.unit.linkName(e.symbol), 0, 1);
      return into;
    }
    case 'arithmetic': {
      const constant = constantValue(e);
      return constant === null ? arithmetic(g, e, wanted) : integerConstant(g, constant, e, wanted);
    }
    case 'negate':
    case 'complement': {
      const constant = constantValue(e);
      return constant === null
        ? unaryArithmetic(g, e, wanted)
        : integerConstant(g, constant, e, wanted);
    }
    case 'convert': {
      if (e.type.kind === 'void') {
        effect(g, e.operand);
        return 0;
      }
      const constant = constantValue(e);
      return constant === null ? convert(g, e, wanted) : integerConstant(g, constant, e, wanted);
    }
    case 'comparison':
      return comparison(g, e, wanted);
    case 'not':
      return not(g, e, wanted);
    case 'logical':
      return truthValue(g, e, wanted);
    case 'pointer-offset':
      return pointerOffset(g, e, wanted);
    case 'pointer-difference':
      return pointerDifference(g, e, wanted);
    case 'assign':
      return assign(g, e, wanted, true);
    case 'update':
      return update(g, e, wanted, true);
    case 'old-value':
      return wanted === null ? g.oldValue : move(g, wanted, g.oldValue, isWide(valueKind(e.type)));
    case 'conditional':
      return conditional(g, e, wanted);
    case 'elvis':
      return elvis(g, e, wanted);
    case 'comma':
      effect(g, e.left);
      return g.value(e.right, wanted);
    case 'call':
      return call(g, e, wanted);
    case 'va-arg':
      return vaArg(g, e, wanted);
    case 'alloca':
      return allocate(g, e, wanted);
    case 'statement-expression':
      g.statements(e.body);
      return e.value === null ? 0 : g.value(e.value, wanted);
    case 'va-start':
    case 'va-copy':
    case 'record-value':
      effect(g, e);
      return 0;
    default:
      return assertNever(e);
  }
}

export function operand(g: FunctionContext, e: Expression): Slot {
  if (!g.eager && e.kind === 'load' && !e.place.type.volatile && bitsOf(e.place) === null) {
    const inLocal = e.place.kind === 'local' || e.place.kind === 'member';
    if (inLocal && g.ahead?.expression !== e) {
      const mark = g.frame.mark();
      const address = placeAddress(g, e.place);
      const direct = directSlot(address, memoryAccess(e.place.type.type));
      if (direct !== null) return direct;
      if (address.kind === 'slot') return address.slot;
      g.code.span = e.span;
      return loadReusing(g, mark, address, e, null);
    }
  }
  return g.value(e);
}

export function effect(g: FunctionContext, e: Expression): void {
  const mark = g.frame.mark();
  switch (e.kind) {
    case 'assign':
      assign(g, e, null, false);
      break;
    case 'update':
      update(g, e, null, false);
      break;
    case 'call':
      call(g, e, null);
      break;
    case 'comma':
      effect(g, e.left);
      effect(g, e.right);
      break;
    case 'convert':
      effect(g, e.operand);
      break;
    case 'conditional': {
      const otherwise = g.code.newLabel();
      const end = g.code.newLabel();
      g.jumpIf(e.condition, otherwise, false);
      effect(g, e.then);
      g.code.jump(Opcode.JMP, end);
      g.code.bind(otherwise);
      effect(g, e.otherwise);
      g.code.bind(end);
      break;
    }
    case 'logical': {
      const end = g.code.newLabel();
      g.jumpIf(e.left, end, e.operator === '||');
      effect(g, e.right);
      g.code.bind(end);
      break;
    }
    case 'statement-expression':
      g.statements(e.body);
      if (e.value !== null) effect(g, e.value);
      break;
    case 'va-start':
      vaStart(g, e);
      break;
    case 'va-copy':
      vaCopy(g, e);
      break;
    case 'record-value':
      if (hasEffects(e)) placeAddress(g, e.place);
      break;
    default:
      if (valueKind(e.type) === 'record') recordAddress(g, e);
      else if (hasEffects(e) || readsVolatile(e)) g.value(e);
  }
  g.frame.release(mark);
}

function readsVolatile(e: Expression): boolean {
  return e.kind === 'load' && e.place.type.volatile;
}

function loadPlace(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'load' }>,
  wanted: Slot | null,
): Slot {
  const mark = g.frame.mark();
  const address = placeAddress(g, e.place);
  const bits = bitsOf(e.place);
  g.code.span = e.span;
  if (bits !== null) {
    const into = wanted ?? g.frame.temporary();
    return loadBitField(g, address, e.place.type.type, bits, into);
  }
  return loadReusing(g, mark, address, e, wanted);
}

/** The temporaries of the address may hold the value. */
function loadReusing(
  g: FunctionContext,
  mark: number,
  address: ReturnType<typeof placeAddress>,
  e: Extract<Expression, { kind: 'load' }>,
  wanted: Slot | null,
): Slot {
  g.frame.release(mark);
  return load(g, address, e.place.type.type, wanted);
}

function integerConstant(
  g: FunctionContext,
  constant: bigint,
  e: Expression,
  wanted: Slot | null,
): Slot {
  const low = Number(BigInt.asIntN(32, constant));
  return isWide(valueKind(e.type))
    ? constant64(g, low, Number(BigInt.asIntN(32, constant >> 32n)), wanted)
    : constant32(g, low, wanted);
}

function constant32(g: FunctionContext, value: number, wanted: Slot | null): Slot {
  const kept = wanted === null && isRepeated(g) ? g.kept.constant32(value) : null;
  if (kept !== null) return kept;
  const into = wanted ?? g.frame.temporary();
  g.code.emit(Opcode.MOVI32, into, value);
  return into;
}

function constant64(g: FunctionContext, low: number, high: number, wanted: Slot | null): Slot {
  const kept = wanted === null && isRepeated(g) ? g.kept.constant64(low, high) : null;
  if (kept !== null) return kept;
  const into = wanted ?? g.frame.temporary();
  g.code.emit(Opcode.MOVI64, into, low, high);
  return into;
}

const bitsView = new DataView(new ArrayBuffer(8));

function floatingConstant(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'floating-constant' }>,
  wanted: Slot | null,
): Slot {
  if (valueKind(e.type) === 'float32') {
    bitsView.setFloat32(0, e.value, true);
    return constant32(g, bitsView.getInt32(0, true), wanted);
  }
  bitsView.setFloat64(0, e.value, true);
  return constant64(g, bitsView.getInt32(0, true), bitsView.getInt32(4, true), wanted);
}

function conditional(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'conditional' }>,
  wanted: Slot | null,
): Slot {
  const constant = constantValue(e.condition);
  if (constant !== null) return g.value(constant === 0n ? e.otherwise : e.then, wanted);
  const into = wanted ?? g.frame.temporary();
  const mark = g.frame.mark();
  const otherwise = g.code.newLabel();
  const end = g.code.newLabel();
  g.jumpIf(e.condition, otherwise, false);
  g.value(e.then, into);
  g.code.jump(Opcode.JMP, end);
  g.code.bind(otherwise);
  g.frame.release(mark);
  g.value(e.otherwise, into);
  g.code.bind(end);
  g.frame.release(mark);
  return into;
}

/** GNU `a ?: b`. */
function elvis(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'elvis' }>,
  wanted: Slot | null,
): Slot {
  const kind = valueKind(e.type);
  const into = g.frame.temporary();
  const mark = g.frame.mark();
  const end = g.code.newLabel();
  g.value(e.value, into);
  jumpIfSlot(g, into, kind, end, true);
  g.value(e.otherwise, into);
  g.code.bind(end);
  g.frame.release(mark);
  return wanted === null ? into : move(g, wanted, into, isWide(kind));
}

/** alloca(): memory of the stack until the function returns. */
function allocate(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'alloca' }>,
  wanted: Slot | null,
): Slot {
  g.frame.reserveOutgoing(0);
  const mark = g.frame.mark();
  const bytes = g.value(e.bytes);
  g.frame.release(mark);
  const into = wanted ?? g.frame.temporary();
  g.code.emit(Opcode.ALLOCV, into, bytes, OUTGOING_SIZE);
  return into;
}
