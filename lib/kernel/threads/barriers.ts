/** Barriers. pthread_barrier_t: how many threads it waits for, how many of them are there. */
import { Errno } from '../../abi/errno';
import { argument } from '../../vm/context';
import { complete, type SystemCallHandler } from '../kernel';
import { leave, lockWait, waiters } from './lock-queues';

const ARRIVED = 4;
/** The result in one of the threads: PTHREAD_BARRIER_SERIAL_THREAD is the library's. */
const SERIAL = 1;

/** (address) */
export const barrierWait: SystemCallHandler = (kernel, process, context) => {
  const { memory } = context;
  const address = argument(context, 0);
  const wanted = memory.readInt32(address);
  const arrived = memory.readInt32(address + ARRIVED);
  if (wanted === null || arrived === null) return -Errno.EFAULT;
  if (arrived + 1 < wanted) {
    memory.writeInt32(address + ARRIVED, arrived + 1);
    return lockWait(kernel, process, context, 'barrier', address, null);
  }
  memory.writeInt32(address + ARRIVED, 0);
  for (const thread of waiters(kernel, process, address)) {
    if (thread.wait?.kind !== 'lock') continue;
    leave(kernel, thread.wait.key, thread.id);
    complete(kernel, thread, 0);
  }
  return SERIAL;
};

/** (address): EBUSY while threads wait there. */
export const barrierDestroy: SystemCallHandler = (kernel, process, context) =>
  waiters(kernel, process, argument(context, 0)).length > 0 ? -Errno.EBUSY : 0;
