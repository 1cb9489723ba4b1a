/** Initializers of automatic objects: stores in source order, after zeroing where something is left out. */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Initialization, LocalVariable } from '../typed-tree';
import { addressValue, directSlot, store } from './access';
import { type Address, isDirect, offsetBy } from './address';
import { isByteThroughPointer } from './assignment';
import { storeBitField } from './bit-field';
import type { FunctionContext } from './context';
import { localAddress } from './place';
import { recordTo } from './record';
import { isWide, memoryAccess, valueKind } from './value-kind';

/** Longer literals are copied from read-only data. */
const INLINE_BYTES_MAX = 16;

export function initialize(
  g: FunctionContext,
  variable: LocalVariable,
  steps: readonly Initialization[],
): void {
  const address = localAddress(g, variable);
  for (const step of steps) {
    const mark = g.frame.mark();
    switch (step.kind) {
      case 'zero':
        zero(g, variable, address);
        break;
      case 'store':
        storeInitial(g, address, step);
        break;
      case 'bytes':
        copyBytes(g, offsetBy(address, step.offset), step.bytes, step.size);
        break;
      default:
        assertNever(step);
    }
    g.frame.release(mark);
  }
}

function zero(g: FunctionContext, variable: LocalVariable, address: Address): void {
  if (address.kind === 'slot') {
    if (isWide(valueKind(variable.type.type))) g.code.emit(Opcode.MOVI64, address.slot, 0, 0);
    else g.code.emit(Opcode.MOVI32, address.slot, 0);
  } else if (address.kind === 'frame') {
    const bytes = address.high - address.low;
    if (bytes > 0) g.code.emit(Opcode.ZEROL, address.offset, bytes);
  }
}

function storeInitial(
  g: FunctionContext,
  base: Address,
  { offset, type: { type }, bits, value }: Extract<Initialization, { kind: 'store' }>,
): void {
  const address = offsetBy(base, offset);
  g.code.span = value.span;
  if (bits) {
    storeBitField(g, address, type, bits, g.value(value));
  } else if (valueKind(type) === 'record') {
    recordTo(g, value, address);
  } else if (address.kind === 'slot') {
    g.value(value, address.slot);
    if (isByteThroughPointer(value)) g.code.passOn();
  } else {
    const direct = directSlot(address, memoryAccess(type));
    if (direct === null) store(g, address, type, g.value(value));
    else g.value(value, direct);
  }
}

/** `size` bytes, of which those that aren't given are zero: in a long array they are cleared, not copied. */
function copyBytes(g: FunctionContext, address: Address, bytes: Uint8Array, size: number): void {
  if (address.kind === 'slot') throw new Error('bytes for an operand');
  let used = bytes.length;
  while (used > 0 && bytes[used - 1] === 0) used -= 1;
  let copied: Uint8Array;
  if (size - used > 2 * INLINE_BYTES_MAX && address.kind === 'frame') {
    copied = bytes.subarray(0, used);
    g.code.emit(Opcode.ZEROL, address.offset, size);
  } else {
    copied = new Uint8Array(size);
    copied.set(bytes);
  }
  if (copied.length === 0) return;
  if (copied.length <= INLINE_BYTES_MAX && address.kind === 'frame' && isDirect(address, 1)) {
    if (inlineBytes(g, address.offset, copied)) return;
  }
  const to = addressValue(g, address);
  const from = g.frame.temporary();
  g.code.emit(Opcode.MOVI64, from, 0, 0);
  g.code.fixup('address', g.unit.constantBytes(copied), 0, 1);
  g.code.emit(Opcode.COPY, to, from, copied.length);
}

/** As immediates; false where the place isn't aligned for that. */
function inlineBytes(g: FunctionContext, offset: number, bytes: Uint8Array): boolean {
  if (offset % 4 !== 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const low = view.getInt32(at, true);
    if ((offset + at) % 8 === 0 && at + 8 <= bytes.length) {
      g.code.emit(Opcode.MOVI64, (offset + at) / 4, low, view.getInt32(at + 4, true));
      at += 4;
    } else {
      g.code.emit(Opcode.MOVI32, (offset + at) / 4, low);
    }
  }
  const scratch = g.frame.temporary();
  for (; at < bytes.length; at += 1) {
    g.code.emit(Opcode.MOVI32, scratch, view.getInt8(at));
    g.code.emit(Opcode.STL8, offset + at, scratch);
  }
  return true;
}
