/**
 * execve: another program in the same process, which has one thread then. Descriptors stay (but for
 * close-on-exec), handlers go back to the default, mappings go. A file that begins with "#!" is run by
 * the interpreter that it names.
 * Leaves out: set-user-id.
 */
import { Errno } from '../../abi/errno';
import type { ProgramImage } from '../../abi/image';
import { decodeUtf8, encodeUtf8 } from '../../abi/utf8';
import { argument } from '../../vm/context';
import { startContext } from '../../vm/start';
import { user } from '../files/credentials';
import { closeDescriptor } from '../files/descriptors';
import { programOfFile } from '../executables';
import { Permission, permitted } from '../files/file-system';
import { readFile } from '../files/inodes';
import { contextOf, note, threadsOf, type Kernel, type SystemCallHandler } from '../kernel';
import { detachAll } from '../memory/mappings';
import { limitHeap, memoryLimits } from '../memory/memory-limits';
import { lookUp, pathOf } from '../files/path-lookup';
import type { Process, SignalAction } from './process';
import { NO_SIGNALS } from '../signals/signal-set';
import { abandonMutexes } from '../threads/robust-mutexes';
import { becomeOnlyThread } from '../threads/threads';
import { readPath, readStrings } from '../memory/user-memory';
import { removePosixTimers } from '../time/posix-timers';
import { releaseVforkParent } from './vfork';

const STRINGS_MAX = 4096;
/** BINPRM_BUF_SIZE, and how many interpreters may be scripts themselves. */
const SCRIPT_LINE_BYTES_MAX = 256;
const SCRIPT_DEPTH_MAX = 5;

export const execve: SystemCallHandler = (kernel, process, context) => {
  const path = readPath(context, argument(context, 0));
  if (path.kind === 'error') return -path.errno;
  const argv = readStrings(context, argument(context, 1), STRINGS_MAX);
  if (argv.kind === 'error') return -argv.errno;
  const envp = readStrings(context, argument(context, 2), STRINGS_MAX);
  if (envp.kind === 'error') return -envp.errno;
  // As Linux since 5.18: a program always has an argv[0].
  const given = argv.value.length === 0 ? [new Uint8Array(0)] : argv.value;
  const program = programAt(kernel, process, path.value, given, 0);
  if (typeof program === 'number') return program;
  const { image, names, executable } = program;
  const started = startContext(image, names, envp.value, memoryLimits(kernel));
  if (started === null) return -Errno.E2BIG;
  releaseVforkParent(kernel, process);
  const threads = threadsOf(kernel, process);
  const thread = becomeOnlyThread(kernel, process);
  for (const former of threads) abandonMutexes(kernel, process, context, former);
  thread.name = null;
  removePosixTimers(kernel, process);
  detachAll(kernel, process);
  process.instructionsBefore += contextOf(kernel, process.pid).instructions;
  kernel.contexts.set(process.pid, started);
  limitHeap(kernel, process, started);
  process.name = path.value;
  process.executable = executable;
  process.argv = names.map((argument) => decodeUtf8(argument));
  process.signals.actions = process.signals.actions.map((action): SignalAction =>
    action.kind === 'ignore'
      ? action
      : { kind: 'default', flags: 0, mask: NO_SIGNALS, restorer: 0 },
  );
  thread.signals.frames = [];
  process.joinable.set(started.tp, { thread: thread.id, result: null });
  thread.signals.alternateStack = null;
  process.executed = true;
  forgetFork(kernel, process);
  process.descriptors.forEach((descriptor, fd) => {
    if (descriptor?.closeOnExec === true) closeDescriptor(kernel, process, fd);
  });
  note(kernel, process.pid, {
    kind: 'executed',
    path: path.value,
    argv: process.argv,
  });
  return 'no-return';
};

/** Its memory has nothing to do any more with what its parent or its children have. */
function forgetFork({ state }: Kernel, process: Process): void {
  process.atFork = null;
  for (const child of state.processes.values())
    if (child.atFork?.parent === process.pid) child.atFork = { ...child.atFork, parent: null };
}

/** What execve found: `executable` is the program's absolute path. */
interface Program {
  readonly image: ProgramImage;
  readonly executable: string;
  readonly names: readonly Uint8Array[];
}

/** A program and its arguments, which for a script begin with its interpreter's; or -errno. */
function programAt(
  kernel: Kernel,
  process: Process,
  path: string,
  argv: readonly Uint8Array[],
  depth: number,
): Program | number {
  const found = lookUp(kernel, process, path);
  if (found.kind === 'error') return -found.errno;
  if (found.kind === 'missing') return -Errno.ENOENT;
  const { content } = found.inode;
  if (content.kind !== 'file' || !permitted(found.inode, user.student, Permission.execute))
    return -Errno.EACCES;
  const bytes = readFile(kernel, content, 0, content.size);
  const script = interpreterOf(bytes);
  if (script !== null) {
    if (depth === SCRIPT_DEPTH_MAX) return -Errno.ELOOP;
    if (script.interpreter === '') return -Errno.ENOEXEC;
    const option = script.option === null ? [] : [encodeUtf8(script.option)];
    const names = [encodeUtf8(script.interpreter), ...option, encodeUtf8(path), ...argv.slice(1)];
    return programAt(kernel, process, script.interpreter, names, depth + 1);
  }
  const program = programOfFile(bytes);
  if (program === null) return -Errno.ENOEXEC;
  const image =
    kernel.booted.get(program) ??
    kernel.state.compiled.get(program) ??
    kernel.executables.load(program);
  if (image === null) return -Errno.ENOEXEC;
  const above = pathOf(kernel, found.directory.number) ?? '';
  return { image, names: argv, executable: `${above === '/' ? '' : above}/${found.name}` };
}

/** The first line of a script: "#!", the interpreter, and all the rest as one argument. */
function interpreterOf(
  bytes: Uint8Array,
): { readonly interpreter: string; readonly option: string | null } | null {
  const text = decodeUtf8(bytes.subarray(0, SCRIPT_LINE_BYTES_MAX));
  const match = /^#![ \t]*([^ \t\n]*)(?:[ \t]+([^\n]*?))?[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return null;
  return { interpreter: match[1] ?? '', option: match[2] === '' ? null : (match[2] ?? null) };
}
