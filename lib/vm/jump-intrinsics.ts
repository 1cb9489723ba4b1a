/**
 * setjmp and longjmp. A jmp_buf of ours begins with four 8-byte words: a mark, and the pc (as a
 * text address), sp and fp to return to. Jumping into a function that has returned is a fault.
 */
import { TEXT_BASE } from '../abi/address-space';
import type { ExecutionContext } from './context';
import { fault } from './finding';
import { argumentRange, argumentTarget, intArgument, setIntResult } from './intrinsic-arguments';
import { clearShadow } from './stack-shadow';
import { type StackFrame, stackFrames } from './stack-walk';
import type { Trap } from './trap';

const BUFFER_BYTES = 32;
const MARK = 0x6a6d_7062;

export function setjmpIntrinsic(context: ExecutionContext): Trap | null {
  const buffer = argumentTarget(context, 0, BUFFER_BYTES, 'setjmp');
  if (buffer.kind !== 'range') return buffer;
  const view = new DataView(buffer.bytes.buffer, buffer.at, BUFFER_BYTES);
  const returnTo = TEXT_BASE + 4 * (context.pc + 2);
  [MARK, returnTo, context.sp, context.fp].forEach((value, k) => {
    view.setInt32(8 * k, value, true);
    view.setInt32(8 * k + 4, 0, true);
  });
  return setIntResult(context, 0);
}

export function longjmpIntrinsic(context: ExecutionContext): Trap | null {
  const buffer = argumentRange(context, 0, BUFFER_BYTES, false, 'longjmp');
  if (buffer.kind !== 'range') return buffer;
  const view = new DataView(buffer.bytes.buffer, buffer.at, BUFFER_BYTES);
  const read = (k: number): number => view.getInt32(8 * k, true);
  if (read(0) !== MARK) {
    return fault(
      context,
      'bad-call',
      'SIGSEGV',
      '`longjmp` is given a jmp_buf that setjmp never filled in.',
    );
  }
  const pc = (read(1) - TEXT_BASE) >> 2;
  const sp = read(2);
  const fp = read(3);
  const target = frameAt(context, fp);
  const live =
    target !== null && pc > target.function.start && pc < target.function.end && sp >= context.sp;
  if (!live || sp > fp || sp % 16 !== 0) {
    return fault(
      context,
      'use-after-return',
      'SIGSEGV',
      '`longjmp` would jump into a function that has already returned.',
    );
  }
  const value = intArgument(context, 1);
  clearShadow(context, context.sp, sp);
  context.pc = pc;
  context.copying = null;
  context.sp = sp;
  context.fp = fp;
  return setIntResult(context, value === 0 ? 1 : value);
}

function frameAt(context: ExecutionContext, fp: number): StackFrame | null {
  for (const frame of stackFrames(context))
    if (frame.fp >= fp) return frame.fp === fp ? frame : null;
  return null;
}
