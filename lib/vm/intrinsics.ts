/** Dispatch of intrinsics, and their calling convention: arguments and result in outgoing slots. */
import type { IntrinsicName } from '../abi/intrinsics';
import {
  atomicCompareIntrinsic,
  atomicExchangeIntrinsic,
  atomicUpdateIntrinsic,
} from './atomic-intrinsics';
import type { ExecutionContext } from './context';
import {
  alignedAllocIntrinsic,
  blockBytesIntrinsic,
  callocIntrinsic,
  freeIntrinsic,
  mallocIntrinsic,
  reallocIntrinsic,
} from './heap-intrinsics';
import { setLongResult } from './intrinsic-arguments';
import { longjmpIntrinsic, setjmpIntrinsic } from './jump-intrinsics';
import { mathIntrinsic } from './math-intrinsics';
import {
  memcmpIntrinsic,
  memcpyIntrinsic,
  memsetIntrinsic,
  strcmpIntrinsic,
  strcpyIntrinsic,
  strlenIntrinsic,
} from './memory-intrinsics';
import { formatDoubleIntrinsic, parseDoubleIntrinsic } from './number-intrinsics';
import type { Trap } from './trap';

/** Does the INTR at pc whole; null: go on. */
export function runIntrinsic(context: ExecutionContext, name: IntrinsicName): Trap | null {
  const trap = dispatch(context, name);
  if ((trap === null || trap.kind === 'finding') && name !== 'longjmp') context.pc += 2;
  return trap;
}

function dispatch(context: ExecutionContext, name: IntrinsicName): Trap | null {
  switch (name) {
    case 'memcpy':
    case 'memmove':
      return memcpyIntrinsic(context, name);
    case 'memset':
      return memsetIntrinsic(context);
    case 'memcmp':
      return memcmpIntrinsic(context);
    case 'strlen':
      return strlenIntrinsic(context);
    case 'strcmp':
      return strcmpIntrinsic(context);
    case 'strcpy':
      return strcpyIntrinsic(context);
    case 'malloc':
      return mallocIntrinsic(context);
    case 'calloc':
      return callocIntrinsic(context);
    case 'aligned_alloc':
      return alignedAllocIntrinsic(context);
    case 'block_bytes':
      return blockBytesIntrinsic(context);
    case 'realloc':
      return reallocIntrinsic(context);
    case 'free':
      return freeIntrinsic(context);
    case 'format_double':
      return formatDoubleIntrinsic(context);
    case 'parse_double':
      return parseDoubleIntrinsic(context);
    case 'setjmp':
      return setjmpIntrinsic(context);
    case 'longjmp':
      return longjmpIntrinsic(context);
    case 'atomic_update':
      return atomicUpdateIntrinsic(context);
    case 'atomic_exchange':
      return atomicExchangeIntrinsic(context);
    case 'atomic_compare':
      return atomicCompareIntrinsic(context);
    case 'thread_pointer':
      return setLongResult(context, context.tp);
    default:
      return mathIntrinsic(context, name);
  }
}
