/** prctl(2): the options that have to do with processes, and the name of one. */
import { Errno } from '../../abi/errno';
import { decodeUtf8, encodeUtf8 } from '../../abi/utf8';
import { argument, argument32 } from '../../vm/context';
import type { SystemCallHandler } from '../kernel';
import { isSignal } from '../signals/signals';

const PR_SET_PDEATHSIG = 1;
const PR_GET_PDEATHSIG = 2;
const PR_SET_NAME = 15;
const PR_GET_NAME = 16;
const PR_SET_CHILD_SUBREAPER = 36;
const PR_GET_CHILD_SUBREAPER = 37;
/** With the terminating zero. */
const NAME_BYTES = 16;

export const prctl: SystemCallHandler = (_kernel, process, context) => {
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
    case PR_SET_NAME: {
      const name = memory.readCString(address, 4096);
      if (name === null) return -Errno.EFAULT;
      process.name = decodeUtf8(name.subarray(0, NAME_BYTES - 1));
      return 0;
    }
    case PR_GET_NAME: {
      const base = process.name.slice(process.name.lastIndexOf('/') + 1);
      const bytes = new Uint8Array(NAME_BYTES);
      bytes.set(encodeUtf8(base).subarray(0, NAME_BYTES - 1));
      return memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
    }
    default:
      return -Errno.EINVAL;
  }
};
