/** prctl(2): the options that have to do with processes, and the name of a thread. */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { currentThread, type SystemCallHandler } from '../kernel';
import { isSignal } from '../signals/signals';
import { rename, tell } from '../threads/thread-names';

const PR_SET_PDEATHSIG = 1;
const PR_GET_PDEATHSIG = 2;
const PR_SET_NAME = 15;
const PR_GET_NAME = 16;
const PR_SET_CHILD_SUBREAPER = 36;
const PR_GET_CHILD_SUBREAPER = 37;

export const prctl: SystemCallHandler = (kernel, process, context) => {
  const { memory } = context;
  const address = argument(context, 1);
  switch (argument32(context, 0)) {
    case PR_SET_PDEATHSIG: {
      const signal = argument32(context, 1);
      if (signal !== 0 && !isSignal(signal)) return -Errno.EINVAL;
      process.parentDeathSignal = signal;
      return 0;
    }
    case PR_GET_PDEATHSIG:
      return memory.writeInt32(address, process.parentDeathSignal) ? 0 : -Errno.EFAULT;
    case PR_SET_CHILD_SUBREAPER:
      process.subreaper = argument(context, 1) !== 0;
      return 0;
    case PR_GET_CHILD_SUBREAPER:
      return memory.writeInt32(address, process.subreaper ? 1 : 0) ? 0 : -Errno.EFAULT;
    case PR_SET_NAME:
      return rename(process, currentThread(kernel), context, address);
    case PR_GET_NAME:
      return tell(process, currentThread(kernel), context, address);
    default:
      return -Errno.EINVAL;
  }
};
