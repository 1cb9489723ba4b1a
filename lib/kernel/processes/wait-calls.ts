/** wait4(2) and waitid(2). Leaves out: waiting for a pidfd. */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import type { CallResult, Kernel, SystemCallHandler } from '../kernel';
import type { Process } from './process';
import { SIGINFO_BYTES } from '../signals/signal-info';
import type { ChildReport } from '../threads/thread';
import { candidatesOf, collect, hasNews, WaitOption } from './wait';

const { WNOHANG, WUNTRACED, WEXITED, WCONTINUED, WNOWAIT } = WaitOption;
/** __WNOTHREAD, __WALL, __WCLONE: without clone they change nothing. */
const THREAD_OPTIONS = 0xe000_0000 | 0;
const INT_MIN = -0x8000_0000;
const P_ALL = 0;
const P_PID = 1;
const P_PGID = 2;

export const wait4: SystemCallHandler = (kernel, process, context) => {
  const target = argument32(context, 0);
  const options = argument32(context, 2);
  if ((options & ~(WNOHANG | WUNTRACED | WCONTINUED | THREAD_OPTIONS)) !== 0) return -Errno.EINVAL;
  if (target === INT_MIN) return -Errno.ESRCH;
  const result = waitFor(kernel, process, target, options | WEXITED, {
    kind: 'status',
    address: argument(context, 1),
    usageAddress: argument(context, 3),
  });
  return result === 'no news' ? 0 : result;
};

/** waitid(type, id, siginfo, options, rusage): the result is 0, the child is told in siginfo. */
export const waitid: SystemCallHandler = (kernel, process, context) => {
  const options = argument32(context, 3);
  const known = WNOHANG | WUNTRACED | WEXITED | WCONTINUED | WNOWAIT | THREAD_OPTIONS;
  if ((options & ~known) !== 0) return -Errno.EINVAL;
  if ((options & (WEXITED | WUNTRACED | WCONTINUED)) === 0) return -Errno.EINVAL;
  const target = targetOf(process, argument32(context, 0), argument32(context, 1));
  if (target === null) return -Errno.EINVAL;
  const address = argument(context, 2);
  const result = waitFor(kernel, process, target, options, {
    kind: 'info',
    address,
    usageAddress: argument(context, 4),
  });
  if (result !== 'no news') return result;
  // waitid says so by a si_pid of 0.
  if (address === 0) return 0;
  return context.memory.writeBytes(address, new Uint8Array(SIGINFO_BYTES)) ? 0 : -Errno.EFAULT;
};

/** As wait4's first argument tells it; null: no such type, or a bad id for it. */
function targetOf(process: Process, type: number, id: number): number | null {
  switch (type) {
    case P_ALL:
      return -1;
    case P_PID:
      return id > 0 ? id : null;
    case P_PGID:
      if (id < 0) return null;
      return -(id === 0 ? process.group : id);
    default:
      return null;
  }
}

/** 'no news': with WNOHANG, while no child has any. */
function waitFor(
  kernel: Kernel,
  process: Process,
  target: number,
  options: number,
  report: ChildReport,
): CallResult | 'no news' {
  const candidates = candidatesOf(kernel, process, target);
  if (candidates.length === 0) return -Errno.ECHILD;
  const ready = candidates.find((child) => hasNews(child, options));
  if (ready !== undefined) return collect(kernel, process, ready, report, options);
  if ((options & WNOHANG) !== 0) return 'no news';
  return { kind: 'child', target, options, report };
}
