/** Which functions are on a thread's stack. Read by address: memory that was just restored need not be made flat for it. */
import { STACK_TOP, TEXT_BASE } from '../../abi/address-space';
import type { ExecutionContext } from '../../vm/context';
import { functionAt } from '../../vm/debug-info';

/** Names, innermost first. */
export function* callers({ image, memory, pc, fp }: ExecutionContext): Generator<string> {
  for (let at = pc, frame = fp; ;) {
    const found = functionAt(image, at);
    if (found === null) return;
    yield found.name;
    const saved = memory.readInt32(frame) ?? 0;
    const returnAddress = memory.readInt32(frame + 8) ?? 0;
    if (returnAddress <= TEXT_BASE || saved <= frame || saved > STACK_TOP) return;
    at = ((returnAddress - TEXT_BASE) >> 2) - 1;
    frame = saved;
  }
}
