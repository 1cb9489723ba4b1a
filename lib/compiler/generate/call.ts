/**
 * Calls of functions, intrinsics and the kernel. Arguments are evaluated from right to left, as gcc
 * does on x86-64; constants and locals that are operands are put in place last.
 */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import { sizeOf } from '../type-layout';
import type { Expression } from '../typed-tree';
import { addressValue, move } from './access';
import { type Address, frameAddress, outgoingAddress } from './address';
import { constantValue } from './constant';
import type { FunctionContext } from './context';
import { hasCall } from './effects';
import { isOutgoing, OUTGOING, type Slot } from './emitter';
import { parameterBytes } from './frame';
import { saved } from './operand-order';
import { localAddress } from './place';
import { isWide, valueKind } from './value-kind';

type Call = Extract<Expression, { kind: 'call' }>;

export interface CallOptions {
  /** Where a record result goes. */
  readonly result?: Address;
  /** Evaluated after the arguments, right before the call. */
  readonly before?: { readonly hasCall: boolean; readonly evaluate: () => void };
}

interface Argument {
  readonly expression: Expression;
  /** Index of its first outgoing slot. */
  readonly position: number;
  /** How the upper half of its slot is filled when the value has 32 bits. */
  readonly extension: 'none' | 'zero' | 'sign';
}

/** The result is in `wanted`, or in outgoing slot 0 until the next call. */
export function call(
  g: FunctionContext,
  e: Call,
  wanted: Slot | null,
  options: CallOptions = {},
): Slot {
  const eager = g.eager;
  g.eager = false;
  const mark = g.frame.mark();
  const callee = evaluateCallee(g, e);
  const { list, slots } = layOut(e);
  g.frame.reserveOutgoing(slots);
  const late = evaluateArguments(g, list, options.before?.hasCall ?? false);
  options.before?.evaluate();
  g.code.span = e.span;
  for (const place of late) place();
  if (valueKind(e.type) === 'record') passResultPointer(g, e, options.result);
  emitCall(g, e, callee);
  g.frame.release(mark);
  g.eager = eager;
  return result(g, e, wanted);
}

function evaluateCallee(g: FunctionContext, e: Call): Slot | null {
  if (e.callee.kind !== 'pointer' || e.callee.value.kind === 'function-address') return null;
  const slot = g.value(e.callee.value);
  return isOutgoing(slot) ? move(g, g.frame.temporary(), slot, true) : slot;
}

function layOut(e: Call): { readonly list: readonly Argument[]; readonly slots: number } {
  let position = valueKind(e.type) === 'record' ? 1 : 0;
  const list = e.args.map((expression, k): Argument => {
    const kind = valueKind(expression.type);
    const narrow = kind === 'int32' || kind === 'uint32';
    let extension: Argument['extension'] = 'none';
    // As the registers of x86-64 would be: what `%ld` shows for an int. The kernel takes 64 bits.
    if (narrow && e.callee.kind === 'system-call') extension = kind === 'int32' ? 'sign' : 'zero';
    else if (narrow && k >= e.fixed) extension = 'zero';
    const argument = { expression, position, extension };
    position += parameterBytes(sizeOf(expression.type)) / 8;
    return argument;
  });
  return { list, slots: position };
}

/** What is left to do once all arguments have been evaluated. */
type Late = () => void;

function evaluateArguments(
  g: FunctionContext,
  list: readonly Argument[],
  callBefore: boolean,
): readonly Late[] {
  const late: Late[] = [];
  const variables: Late[] = [];
  // Outgoing slots are lost to calls that are made later, for arguments further left.
  const firstCall = list.findIndex(({ expression }) => hasCall(expression));
  for (let k = list.length - 1; k >= 0; k -= 1) {
    const argument = list[k];
    if (argument === undefined) continue;
    if (isReadLast(g, argument.expression)) {
      variables.push(() => {
        placeLast(g, argument);
      });
    } else if (assignedLocal(g, argument.expression) !== null) {
      g.effect(argument.expression);
      variables.push(() => {
        placeAssigned(g, argument);
      });
    } else if (g.dynamicStack || callBefore || (firstCall !== -1 && firstCall < k)) {
      late.push(evaluateAside(g, argument));
    } else if (isRecordFromCall(argument.expression)) {
      late.push(evaluateAside(g, argument));
    } else {
      evaluateInPlace(g, argument);
    }
  }
  return [...late, ...variables];
}

/** It can't be written into the outgoing area that the inner call itself uses. */
function isRecordFromCall(e: Expression): boolean {
  return valueKind(e.type) === 'record' && hasCall(e);
}

/** Constants, and locals that are operands: reading them needs no instruction. */
function isReadLast(g: FunctionContext, e: Expression): boolean {
  if (e.kind === 'floating-constant' || constantValue(e) !== null) return true;
  if (e.kind === 'convert') {
    return sizeOf(e.type) === sizeOf(e.operand.type) && e.type.kind === 'pointer'
      ? isReadLast(g, e.operand)
      : false;
  }
  return (
    e.kind === 'load' &&
    e.place.kind === 'local' &&
    localAddress(g, e.place.variable).kind === 'slot'
  );
}

/** `++i` and `i = x` have the variable itself as their value: gcc reads it last, too. */
function assignedLocal(g: FunctionContext, e: Expression): Slot | null {
  const isVariable = e.kind === 'assign' || (e.kind === 'update' && e.result === 'new');
  if (!isVariable || e.place.kind !== 'local') return null;
  const address = localAddress(g, e.place.variable);
  return address.kind === 'slot' ? address.slot : null;
}

function placeAssigned(g: FunctionContext, argument: Argument): void {
  const mark = g.frame.mark();
  const slot = assignedLocal(g, argument.expression);
  if (slot !== null) place(g, argument, slot);
  g.frame.release(mark);
}

function placeLast(g: FunctionContext, argument: Argument): void {
  const { expression, position, extension } = argument;
  const constant = constantValue(expression);
  if (!g.dynamicStack && extension !== 'none' && constant !== null) {
    const low = Number(BigInt.asIntN(32, constant));
    g.code.emit(
      Opcode.MOVI64,
      OUTGOING + 2 * position,
      low,
      extension === 'sign' && low < 0 ? -1 : 0,
    );
    return;
  }
  const mark = g.frame.mark();
  if (g.dynamicStack || extension !== 'none') place(g, argument, g.value(expression));
  else g.value(expression, OUTGOING + 2 * position);
  g.frame.release(mark);
}

function evaluateInPlace(g: FunctionContext, argument: Argument): void {
  const { expression, position, extension } = argument;
  const mark = g.frame.mark();
  if (valueKind(expression.type) === 'record') {
    g.recordTo(expression, outgoingAddress(position, sizeOf(expression.type)));
  } else if (extension === 'none') {
    g.value(expression, OUTGOING + 2 * position);
  } else {
    place(g, argument, g.operand(expression));
  }
  g.frame.release(mark);
}

function evaluateAside(g: FunctionContext, argument: Argument): Late {
  const { expression, position } = argument;
  if (valueKind(expression.type) === 'record') {
    const bytes = sizeOf(expression.type);
    const aside = frameAddress(g.frame.temporaryBlock(bytes) * 4, bytes);
    g.recordTo(expression, aside);
    return () => {
      copyToOutgoing(g, aside, position, bytes);
    };
  }
  const slot = saved(g, expression, g.value(expression));
  return () => {
    place(g, argument, slot);
  };
}

/** Puts a value into its outgoing slot. */
function place(g: FunctionContext, argument: Argument, from: Slot): void {
  const { expression, position, extension } = argument;
  const wide = isWide(valueKind(expression.type));
  if (!g.dynamicStack) {
    const to = OUTGOING + 2 * position;
    if (extension === 'none') move(g, to, from, wide);
    else g.code.emit(extension === 'zero' ? Opcode.ZX64 : Opcode.SX64, to, from);
    return;
  }
  let slot = from;
  if (extension !== 'none') {
    slot = g.frame.temporary();
    g.code.emit(extension === 'zero' ? Opcode.ZX64 : Opcode.SX64, slot, from);
  }
  const opcode = wide || extension !== 'none' ? Opcode.SARG64 : Opcode.SARG32;
  g.code.emit(opcode, 8 * position, slot);
}

function copyToOutgoing(g: FunctionContext, from: Address, position: number, bytes: number): void {
  if (bytes === 0) return;
  const mark = g.frame.mark();
  const source = addressValue(g, from);
  const target = g.dynamicStack
    ? outgoingPointer(g, position)
    : addressValue(g, outgoingAddress(position, bytes));
  g.code.emit(Opcode.COPY, target, source, bytes);
  g.frame.release(mark);
}

/** Address of an outgoing slot from the stack pointer: ALLOCA of nothing. */
function outgoingPointer(g: FunctionContext, position: number): Slot {
  const pointer = g.frame.temporary();
  g.code.emit(Opcode.MOVI64, pointer, 0, 0);
  g.code.emit(Opcode.ALLOCA, pointer, pointer, 8 * position);
  return pointer;
}

/** A record result that nobody wants still needs room. */
function passResultPointer(g: FunctionContext, e: Call, wanted: Address | undefined): void {
  const bytes = sizeOf(e.type);
  const to = wanted ?? frameAddress(g.frame.temporaryBlock(bytes) * 4, bytes);
  if (!g.dynamicStack) {
    addressValue(g, to, OUTGOING);
    return;
  }
  g.code.emit(Opcode.SARG64, 0, addressValue(g, to));
}

function emitCall(g: FunctionContext, e: Call, pointer: Slot | null): void {
  const { callee } = e;
  switch (callee.kind) {
    case 'direct':
      g.code.emit(Opcode.CALL, 0);
      g.code.fixup('code', g.unit.linkName(callee.symbol), 0);
      return;
    case 'pointer':
      if (pointer !== null) {
        g.code.emit(Opcode.CALLR, pointer);
      } else if (callee.value.kind === 'function-address') {
        g.code.emit(Opcode.CALL, 0);
        g.code.fixup('code', g.unit.linkName(callee.value.symbol), 0);
      }
      return;
    case 'intrinsic':
      g.code.emit(Opcode.INTR, callee.number);
      return;
    case 'system-call':
      g.code.emit(Opcode.SYS, callee.number);
      return;
    default:
      assertNever(callee);
  }
}

function result(g: FunctionContext, e: Call, wanted: Slot | null): Slot {
  const kind = valueKind(e.type);
  if (kind === 'void' || kind === 'record') return OUTGOING;
  const wide = isWide(kind);
  if (g.dynamicStack) {
    const into = wanted ?? g.frame.temporary();
    g.code.emit(wide ? Opcode.GRES64 : Opcode.GRES32, into);
    return into;
  }
  return wanted === null ? OUTGOING : move(g, wanted, OUTGOING, wide);
}
