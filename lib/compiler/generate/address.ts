/** Where an object lies, as far as the compiler knows. */
import { alignOf } from '../type-layout';
import type { StaticSymbol } from '../typed-tree';
import { OUTGOING_BYTES, type Slot } from './emitter';

export type Address =
  /** Not in memory for others: the object is an operand. */
  | { readonly kind: 'slot'; readonly slot: Slot }
  /**
   * Bytes from fp; the object that it was made from spans [low, high). `checked`: it may have no value
   * yet, so accesses go through a pointer.
   */
  | {
      readonly kind: 'frame';
      readonly offset: number;
      readonly low: number;
      readonly high: number;
      readonly checked: boolean;
    }
  /** Static data; `bytes` 0 where the object's size isn't known in this unit. */
  | {
      readonly kind: 'static';
      readonly symbol: StaticSymbol;
      readonly offset: number;
      readonly bytes: number;
    }
  | { readonly kind: 'pointer'; readonly slot: Slot; readonly offset: number };

export function frameAddress(
  offset: number,
  bytes: number,
  checked = false,
): Extract<Address, { kind: 'frame' }> {
  return { kind: 'frame', offset, low: offset, high: offset + bytes, checked };
}

/** Bytes of outgoing argument `k`. */
export function outgoingAddress(k: number, bytes: number): Address {
  return frameAddress(OUTGOING_BYTES + 8 * k, bytes);
}

export function offsetBy(address: Address, bytes: number): Address {
  if (bytes === 0 || address.kind === 'slot') return address;
  return { ...address, offset: address.offset + bytes };
}

/** A direct access at a multiple of its size, as the instructions for known places want it. */
export function isDirectScalar(address: Address, bytes: number): boolean {
  if (!isDirect(address, bytes) || address.kind === 'slot' || address.offset % bytes !== 0) {
    return false;
  }
  // Objects in a frame lie at multiples of 8; the linker puts static ones of 16 bytes and more at 16.
  if (address.kind !== 'static' || address.bytes >= 16) return true;
  return alignOf(address.symbol.type.type) >= bytes;
}

/** The access lies inside the object that the address was made from, and needs no check. */
export function isDirect(address: Address, bytes: number): boolean {
  if (address.kind === 'frame') {
    return (
      !address.checked && address.offset >= address.low && address.offset + bytes <= address.high
    );
  }
  if (address.kind === 'static') {
    return address.offset >= 0 && address.offset + bytes <= address.bytes;
  }
  return false;
}
