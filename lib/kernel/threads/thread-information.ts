/** What a thread is like: pthread_getattr_np(3), and its id for whom only its pthread_t is known. */
import { ARGUMENTS_LIMIT } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { argument } from '../../vm/context';
import { GUARD_BYTES } from '../../vm/thread-stacks';
import { contextOf, type SystemCallHandler } from '../kernel';
import { liveThread } from './live-thread';

/** (pthread_t, address for five longs: id, lowest address of its stack, bytes, bytes of guard, detached) */
export const threadInformation: SystemCallHandler = (kernel, process, context) => {
  const thread = liveThread(kernel, process, argument(context, 0));
  if (thread === null) return -Errno.ESRCH;
  const { stack } = contextOf(kernel, thread.id);
  const isFirst = thread.id === process.pid;
  const top = isFirst ? ARGUMENTS_LIMIT : stack.top;
  const values = [
    thread.id,
    stack.floor,
    top - stack.floor,
    isFirst ? 0 : GUARD_BYTES,
    thread.detached ? 1 : 0,
  ];
  const address = argument(context, 1);
  return values.every((value, k) => context.memory.writeInt64(address + 8 * k, value))
    ? 0
    : -Errno.EFAULT;
};
