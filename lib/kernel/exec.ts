/**
 * execve: another program in the same process. Descriptors stay (but for close-on-exec), handlers go
 * back to the default, mappings go. Leaves out: scripts ("#!" gives ENOEXEC), set-user-id.
 */
import { Errno } from '../abi/errno';
import type { ProgramImage } from '../abi/image';
import { decodeUtf8 } from '../abi/utf8';
import { argument } from '../vm/context';
import type { MemoryLimits } from '../vm/memory';
import { startContext } from '../vm/start';
import { STACK_BYTES_MAX } from '../abi/address-space';
import { closeDescriptor } from './descriptors';
import { programOfFile } from './executables';
import { releaseVforkParent } from './exit';
import { user } from './credentials';
import { Permission, permitted } from './file-system';
import { readFile } from './inodes';
import { contextOf, note, type Kernel, type SystemCallHandler } from './kernel';
import { detachAll } from './mappings';
import { lookUp, pathOf } from './path-lookup';
import type { Process, SignalAction } from './process';
import { readPath, readStrings } from './user-memory';

const STRINGS_MAX = 4096;
const HEAP_MARGIN_BYTES = 32 * 1024 * 1024;

export const execve: SystemCallHandler = (kernel, process, context) => {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  const argv = readStrings(context, argument(context, 1), STRINGS_MAX);
  if (argv.kind === 'error') return -argv.errno;
  const envp = readStrings(context, argument(context, 2), STRINGS_MAX);
  if (envp.kind === 'error') return -envp.errno;
  const found = imageAt(kernel, process, path.value);
  if (typeof found === 'number') return found;
  const { image, executable } = found;
  // As Linux since 5.18: a program always has an argv[0].
  const names = argv.value.length === 0 ? [new Uint8Array(0)] : argv.value;
  const started = startContext(image, names, envp.value, memoryLimits(kernel));
  if (started === null) return -Errno.E2BIG;
  detachAll(kernel, process);
  process.instructionsBefore += contextOf(kernel, process.pid).instructions;
  kernel.contexts.set(process.pid, started);
  process.name = path.value;
  process.executable = executable;
  process.argv = names.map((argument) => decodeUtf8(argument));
  process.signals.actions = process.signals.actions.map((action): SignalAction =>
    action.kind === 'handle' ? { kind: 'default' } : action,
  );
  process.signals.frames = [];
  process.descriptors.forEach((descriptor, fd) => {
    if (descriptor?.closeOnExec === true) closeDescriptor(kernel, process, fd);
  });
  note(kernel, process.pid, {
    kind: 'executed',
    path: path.value,
    argv: process.argv,
  });
  releaseVforkParent(kernel, process);
  return 'no-return';
};

/** A heap may grow past the memory budget by a little, so that the budget's verdict comes first. */
export function memoryLimits(kernel: Kernel): MemoryLimits {
  return {
    heapBytesMax: kernel.budgets.memoryBytesMax + HEAP_MARGIN_BYTES,
    stackBytesMax: STACK_BYTES_MAX,
  };
}

interface Executable {
  readonly image: ProgramImage;
  /** Its absolute path. */
  readonly executable: string;
}

function imageAt(kernel: Kernel, process: Process, path: string): Executable | number {
  const found = lookUp(kernel, process, path);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { content } = found.inode;
  if (content.kind !== 'file' || !permitted(found.inode, user.student, Permission.execute))
    return -Errno.EACCES;
  const program = programOfFile(readFile(kernel, content, 0, content.size));
  if (program === null) return -Errno.ENOEXEC;
  const image = kernel.booted.get(program) ?? kernel.executables.load(program);
  if (image === null) return -Errno.ENOEXEC;
  const above = pathOf(kernel, found.directory.number) ?? '';
  return { image, executable: `${above === '/' ? '' : above}/${found.name}` };
}
