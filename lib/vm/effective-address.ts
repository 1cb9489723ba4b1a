/**
 * Where a load or store goes, in 64 bits: pointer + offset, or for an element (LDX, STX, LDY, STY)
 * pointer + index * scale + offset. For whoever does or examines it outside of the processor's loop.
 */
import type { OpcodeName } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { toBigInt } from './integers';
import { operand, slot, slotHigh } from './operands';

export interface WideAddress {
  readonly low: number;
  readonly high: number;
}

/** `at`: number of the pointer's operand; the offset follows it. */
export function plainAddress(context: ExecutionContext, at: number): WideAddress {
  const low = slot(context, at);
  const sum = low + operand(context, at + 1);
  const carry = Math.floor(((low >>> 0) + operand(context, at + 1)) / 2 ** 32);
  return { low: sum | 0, high: (slotHigh(context, at) + carry) | 0 };
}

/** `at`: number of the pointer's operand; index, scale and offset follow it. */
export function elementAddress(
  context: ExecutionContext,
  at: number,
  wideIndex: boolean,
): WideAddress {
  const pointer = toBigInt(slot(context, at), slotHigh(context, at));
  const index = wideIndex
    ? toBigInt(slot(context, at + 1), slotHigh(context, at + 1))
    : BigInt(slot(context, at + 1));
  const address =
    pointer + index * BigInt(operand(context, at + 2)) + BigInt(operand(context, at + 3));
  return {
    low: Number(BigInt.asIntN(32, address)),
    high: Number(BigInt.asIntN(32, address >> 32n)),
  };
}

/** The address that the instruction at pc, named `name`, accesses; null: it isn't of this kind. */
export function elementOf(context: ExecutionContext, name: OpcodeName): WideAddress | null {
  const form = /^(LD|ST)([XY])/.exec(name);
  return form === null ? null : elementAddress(context, form[1] === 'LD' ? 2 : 1, form[2] === 'Y');
}
