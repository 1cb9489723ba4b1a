/** Where a thread's stack lies, in whole pages: thread-local variables lie between its top and the end of the page. */
import { ARGUMENTS_LIMIT, PAGE_SIZE, STACK_TOP } from '../../abi/address-space';
import type { ExecutionContext } from '../../vm/context';

export interface StackRange {
  readonly from: number;
  readonly to: number;
}

export function stackOf({ stack }: Pick<ExecutionContext, 'stack'>): StackRange {
  const top = stack.top === STACK_TOP ? ARGUMENTS_LIMIT : stack.top;
  return { from: stack.floor, to: Math.ceil(top / PAGE_SIZE) * PAGE_SIZE };
}

export function isWithin({ from, to }: StackRange, address: number): boolean {
  return address >= from && address < to;
}

export function isInStack(context: Pick<ExecutionContext, 'stack'>, address: number): boolean {
  return isWithin(stackOf(context), address);
}
