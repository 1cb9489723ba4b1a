/** Structures and unions as values: they are copied from where they lie to where they are wanted. */
import { Opcode } from '../../abi/opcodes';
import { alignOf, sizeOf } from '../type-layout';
import type { Expression } from '../typed-tree';
import type { Type } from '../types';
import { addressValue, move } from './access';
import { type Address, frameAddress, isDirect, offsetBy } from './address';
import { call } from './call';
import type { FunctionContext } from './context';
import { isOutgoing } from './emitter';
import { placeAddress } from './place';
import { argumentAddress } from './variadic';

/** Frame-to-frame copies up to this size are moves. */
const MOVED_BYTES_MAX = 32;

/** Evaluates a record-valued expression into the object at `to`. */
export function recordTo(g: FunctionContext, e: Expression, to: Address, atomic = false): void {
  switch (e.kind) {
    case 'record-value':
    case 'load': {
      const mark = g.frame.mark();
      const isAtomic = atomic || e.place.type.atomic === true;
      copyRecord(g, to, placeAddress(g, e.place), e.type, isAtomic);
      g.frame.release(mark);
      return;
    }
    case 'call':
      call(g, e, null, { result: to });
      return;
    case 'assign':
    case 'va-arg': {
      const mark = g.frame.mark();
      copyRecord(g, to, recordAddress(g, e), e.type, atomic);
      g.frame.release(mark);
      return;
    }
    case 'conditional': {
      const otherwise = g.code.newLabel();
      const end = g.code.newLabel();
      g.jumpIf(e.condition, otherwise, false);
      recordTo(g, e.then, to, atomic);
      g.code.jump(Opcode.JMP, end);
      g.code.bind(otherwise);
      recordTo(g, e.otherwise, to, atomic);
      g.code.bind(end);
      return;
    }
    case 'comma':
      g.effect(e.left);
      recordTo(g, e.right, to, atomic);
      return;
    case 'statement-expression':
      g.statements(e.body);
      if (e.value !== null) recordTo(g, e.value, to, atomic);
      return;
    default:
      throw new Error(`a record from '${e.kind}'`);
  }
}

/** Where the value of a record-valued expression lies; temporaries aren't released. */
export function recordAddress(g: FunctionContext, e: Expression): Address {
  switch (e.kind) {
    case 'record-value':
    case 'load':
      return stableAddress(g, placeAddress(g, e.place));
    case 'assign':
      return assignRecord(g, e);
    case 'va-arg':
      return argumentAddress(g, e.list, e.type);
    default: {
      const bytes = sizeOf(e.type);
      const slot = g.frame.temporaryBlock(bytes);
      const address = frameAddress(slot * 4, bytes);
      recordTo(g, e, address);
      return address;
    }
  }
}

/** `a = b` for records: where `a` lies. */
export function assignRecord(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'assign' }>,
): Address {
  const to = stableAddress(g, placeAddress(g, e.place));
  const atomic = e.place.type.atomic === true;
  // A function called for the value may still look at the old one.
  const fresh =
    e.value.kind === 'call' && !(e.place.kind === 'local' && !e.place.variable.addressTaken);
  if (fresh || e.value.kind === 'statement-expression') {
    const mark = g.frame.mark();
    const slot = g.frame.temporaryBlock(sizeOf(e.type));
    const temporary = frameAddress(slot * 4, sizeOf(e.type));
    recordTo(g, e.value, temporary);
    copyRecord(g, to, temporary, e.type, atomic);
    g.frame.release(mark);
  } else {
    recordTo(g, e.value, to, atomic);
  }
  return to;
}

/** The same address, good across calls. */
export function stableAddress(g: FunctionContext, address: Address): Address {
  if (address.kind !== 'pointer' || !isOutgoing(address.slot)) return address;
  return { ...address, slot: move(g, g.frame.temporary(), address.slot, true) };
}

function copyRecord(
  g: FunctionContext,
  to: Address,
  from: Address,
  type: Type,
  atomic: boolean,
): void {
  const bytes = sizeOf(type);
  if (bytes === 0) return;
  if (canMove(to, bytes) && canMove(from, bytes) && alignOf(type) >= 4) {
    moveWords(g, to, from, bytes);
    return;
  }
  const mark = g.frame.mark();
  if (bytes === 8 && alignOf(type) === 8) {
    const word = g.frame.temporary();
    const source = addressSlotOf(g, from);
    const target = addressSlotOf(g, to);
    g.code.emit(Opcode.LD64, word, source, offsetOf(from));
    g.code.passOn();
    g.code.emit(Opcode.ST64, target, offsetOf(to), word);
  } else {
    const target = addressValue(g, to);
    g.code.emit(atomic ? Opcode.COPYA : Opcode.COPY, target, addressValue(g, from), bytes);
  }
  g.frame.release(mark);
}

function addressSlotOf(g: FunctionContext, address: Address): number {
  return address.kind === 'pointer' ? address.slot : addressValue(g, address);
}

function offsetOf(address: Address): number {
  return address.kind === 'pointer' ? address.offset : 0;
}

function canMove(address: Address, bytes: number): address is Extract<Address, { kind: 'frame' }> {
  return (
    address.kind === 'frame' &&
    bytes <= MOVED_BYTES_MAX &&
    bytes % 4 === 0 &&
    address.offset % 4 === 0 &&
    isDirect(address, bytes)
  );
}

function moveWords(
  g: FunctionContext,
  to: Extract<Address, { kind: 'frame' }>,
  from: Extract<Address, { kind: 'frame' }>,
  bytes: number,
): void {
  const wide = to.offset % 8 === 0 && from.offset % 8 === 0;
  for (let at = 0; at < bytes;) {
    const step = wide && bytes - at >= 8 ? 8 : 4;
    const target = offsetBy(to, at);
    const source = offsetBy(from, at);
    if (target.kind === 'frame' && source.kind === 'frame') {
      move(g, target.offset / 4, source.offset / 4, step === 8);
    }
    at += step;
  }
}
