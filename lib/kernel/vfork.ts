/**
 * The end of vfork's waiting: the child ended or runs another program, and its parent goes on. Until
 * then the two share one memory: the child had a copy of it and its parent stood still, so the parent
 * takes over what the child made of it. Leaves out: private mappings, which stay copies.
 */
import { FRAME_RECORD_BYTES } from '../abi/address-space';
import type { ExecutionContext } from '../vm/context';
import { Shadow } from '../vm/shadow';
import { complete, contextOf, type Kernel } from './kernel';
import type { Process } from './process';

export function releaseVforkParent(kernel: Kernel, child: Process): void {
  const parent = kernel.state.processes.get(child.parent);
  if (parent === undefined || !borrowsMemory(kernel, child)) return;
  takeOver(contextOf(kernel, parent.pid), contextOf(kernel, child.pid));
  complete(kernel, parent, child.pid);
  // Its signals waited for this.
  kernel.state.signaled.push(parent.pid);
}

/** It is a child of vfork whose parent still waits. */
export function borrowsMemory(kernel: Kernel, child: Process): boolean {
  const wait = kernel.state.processes.get(child.parent)?.wait;
  return wait?.kind === 'vfork' && wait.child === child.pid;
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
