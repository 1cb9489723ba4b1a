/**
 * ioctl(2): what can be asked of any descriptor; ioctl_tty(2) is terminal/terminal.ts.
 * Leaves out: FIOASYNC, requests to network interfaces and block devices (ENOTTY).
 */
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { descriptionOf } from './descriptors';
import { fileOf } from './files';
import type { Kernel, SystemCallHandler } from '../kernel';
import { OpenFlag, type OpenFileDescription } from './open-file';
import { socketOf } from '../sockets/network';
import { controlTerminal } from '../terminal/terminal';

const FIONREAD = 0x541b;
const FIONBIO = 0x5421;
const FIONCLEX = 0x5450;
const FIOCLEX = 0x5451;

export const ioctl: SystemCallHandler = (kernel, process, context) => {
  const fd = argument32(context, 0);
  const description = descriptionOf(kernel, process, fd);
  const descriptor = process.descriptors[fd];
  if (description === null || descriptor == null) return -Errno.EBADF;
  const address = argument(context, 2);
  switch (argument(context, 1)) {
    case FIOCLEX:
    case FIONCLEX:
      process.descriptors[fd] = {
        ...descriptor,
        closeOnExec: argument(context, 1) === FIOCLEX,
      };
      return 0;
    case FIONBIO: {
      const on = context.memory.readInt32(address);
      if (on === null) return -Errno.EFAULT;
      if (on === 0) description.flags &= ~OpenFlag.O_NONBLOCK;
      else description.flags |= OpenFlag.O_NONBLOCK;
      return 0;
    }
    case FIONREAD: {
      const count = bytesToRead(kernel, description);
      if (count === null) break;
      return context.memory.writeInt32(address, count) ? 0 : -Errno.EFAULT;
    }
  }
  if (description.target.kind !== 'console' || !kernel.state.console.terminal) return -Errno.ENOTTY;
  return controlTerminal(kernel, process, context);
};

/** null: not known of such a thing, or its own affair. */
function bytesToRead(kernel: Kernel, description: OpenFileDescription): number | null {
  const { target } = description;
  switch (target.kind) {
    case 'pipe':
      return kernel.state.pipes.get(target.pipe)?.length ?? 0;
    case 'socket':
      return socketOf(kernel.state.network, target.socket).incomingBytes;
    case 'file':
      return (fileOf(kernel, description)?.content.size ?? 0) - description.offset;
    case 'console': {
      const { ready, readyOffset } = kernel.state.console;
      return ready.reduce((sum, chunk) => sum + chunk.length, 0) - readyOffset;
    }
    default:
      return null;
  }
}
