/**
 * The end of vfork's waiting: the child ended or runs another program, and its parent goes on. Until
 * then the two share one memory: the child had a copy of it and its parent stood still, so the parent
 * takes over what the child made of it. Leaves out: private mappings, which stay copies, and
 * a parent with several threads, whose others went on meanwhile: it keeps its own memory.
 */
import { FRAME_RECORD_BYTES } from '../../abi/address-space';
import type { ExecutionContext } from '../../vm/context';
import { Shadow } from '../../vm/shadow';
import { complete, contextOf, threadsOf, type Kernel } from '../kernel';
import type { Process } from './process';
import type { Thread } from '../threads/thread';

export function releaseVforkParent(kernel: Kernel, child: Process): void {
  const parent = kernel.state.processes.get(child.parent);
  const thread = lender(kernel, child);
  if (parent === undefined || thread === null) return;
  if (parent.threads.length === 1)
    takeOver(contextOf(kernel, thread.id), contextOf(kernel, child.pid));
  complete(kernel, thread, child.pid);
  // Its signals waited for this.
  kernel.state.signaled.push(thread.id);
}

/** It is a child of vfork whose parent still waits. */
export function borrowsMemory(kernel: Kernel, child: Process): boolean {
  return lender(kernel, child) !== null;
}

/** The thread that waits in vfork for this child. */
function lender(kernel: Kernel, child: Process): Thread | null {
  const parent = kernel.state.processes.get(child.parent);
  if (parent === undefined) return null;
  const found = threadsOf(kernel, parent).find(
    ({ wait }) => wait?.kind === 'vfork' && wait.child === child.pid,
  );
  return found ?? null;
}

/** The child returned from the C library's vfork() and wrote over its frame, which the parent still needs. */
function takeOver(parent: ExecutionContext, child: ExecutionContext): void {
  const { memory, sp, fp } = parent;
  const frame = memory.readBytes(sp, fp + FRAME_RECORD_BYTES - sp);
  memory.restore({ ...child.memory.snapshot(), mappings: memory.snapshot().mappings });
  if (child.sp < sp) memory.unpoison(child.sp, sp - child.sp);
  if (frame === null) return;
  memory.unpoison(sp, frame.length);
  memory.writeBytes(sp, frame);
  memory.poison(fp, FRAME_RECORD_BYTES, Shadow.frameRecord);
}
