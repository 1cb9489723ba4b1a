/** Which functions are on a thread's stack. Read by address: memory that was just restored need not be made flat for it. */
import { STACK_TOP, TEXT_BASE } from '../../abi/address-space';
import type { ExecutionContext } from '../../vm/context';
import { functionAt } from '../../vm/debug-info';

/** Names, innermost first. */
export function* callers(context: ExecutionContext): Generator<string> {
  for (const at of returnsOf(context)) {
    const found = functionAt(context.image, at);
    if (found === null) return;
    yield found.name;
  }
}

/** Where it is, and where each call was made that it is in. */
export function* returnsOf({ image, memory, pc, fp }: ExecutionContext): Generator<number> {
  for (let at = pc, frame = fp; ;) {
    if (functionAt(image, at) === null) return;
    yield at;
    const saved = memory.readInt32(frame) ?? 0;
    const returnAddress = memory.readInt32(frame + 8) ?? 0;
    if (returnAddress <= TEXT_BASE || saved <= frame || saved > STACK_TOP) return;
    at = ((returnAddress - TEXT_BASE) >> 2) - 1;
    frame = saved;
  }
}
