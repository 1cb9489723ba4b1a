/** Starting the machine: files, standard streams, the first process. */
import { Errno } from '../abi/errno';
import type { ProgramImage } from '../abi/image';
import { encodeUtf8 } from '../abi/utf8';
import { startContext } from '../vm/start';
import { installDescriptor, openDescription } from './files/descriptors';
import { memoryLimits } from './memory/memory-limits';
import { executableFile, type Executables } from './executables';
import { user } from './files/credentials';
import { cloneFileSystem, type FileSystem, HOME, hold, newInode } from './files/file-system';
import { submit } from './scheduling/job-queue';
import { note, type Kernel } from './kernel';
import { newPid } from './processes/fork';
import { OpenFlag } from './files/open-file';
import { lookUp } from './files/path-lookup';
import { install, makeStandardFiles } from './files/standard-files';
import { INIT_PID, LOGIN_SHELL_PID } from './pid';
import { newSignalState, NO_CPU_TIMERS, type Process } from './processes/process';
import { initialLimits } from './processes/process-limits';
import { NO_USAGE } from './processes/process-usage';
import { newThread } from './threads/thread';

const UMASK = 0o022;

/** By the programs that the machine comes with. */
const standardFiles = new WeakMap<Executables, FileSystem>();

export function installFiles(
  kernel: Kernel,
  files: Readonly<Record<string, Uint8Array | string>>,
): void {
  const { executables, state } = kernel;
  let standard = standardFiles.get(executables);
  if (standard === undefined) {
    makeStandardFiles(kernel);
    for (const path of executables.paths) install(kernel, path, executableFile(path), 0o755);
    standardFiles.set(executables, (standard = cloneFileSystem(state.files)));
  }
  // Every machine begins with the same files: they are made once, and shared until they are written.
  Object.assign(state.files, cloneFileSystem(standard));
  for (const [path, contents] of Object.entries(files))
    install(kernel, path, typeof contents === 'string' ? encodeUtf8(contents) : contents, 0o644);
}

/** Throws if there is no such path. */
export function bootProgram(
  kernel: Kernel,
  program: string | ProgramImage,
  argv: readonly string[],
  env: readonly string[],
): void {
  if (typeof program !== 'string') {
    // The program is a file, too, so that it can execute itself.
    const path = argv[0]?.replace(/^\.\//, '') ?? '';
    if (path !== '' && !path.endsWith('/')) {
      kernel.booted.set(path, program);
      install(kernel, path, executableFile(path), 0o755);
    }
    bootProcess(kernel, program, program.name, argv, env);
    return;
  }
  const image = kernel.executables.load(program);
  if (image === null) throw new Error(`there is no program ${program}`);
  bootProcess(kernel, image, program, argv, env);
}

function bootProcess(
  kernel: Kernel,
  image: ProgramImage,
  name: string,
  argv: readonly string[],
  env: readonly string[],
): void {
  const { state } = kernel;
  if (state.firstPid !== null) throw new Error('the machine was booted before');
  const context = startContext(
    image,
    argv.map((argument) => encodeUtf8(argument)),
    env.map((variable) => encodeUtf8(variable)),
    memoryLimits(kernel),
  );
  if (context === null) throw new Error(`arguments too long (errno ${Errno.E2BIG})`);
  const home = lookUp(kernel, null, HOME);
  if (home.kind !== 'found') throw new Error(`no ${HOME}`);
  hold(state.files, home.inode);
  const pid = newPid(kernel);
  const process: Process = {
    pid,
    parent: INIT_PID,
    createdBy: null,
    name,
    executable: `${HOME}/${(argv[0] ?? name).replace(/^\.\//, '')}`,
    argv,
    startedNs: state.timeNs,
    state: 'new',
    threads: [pid],
    joinable: new Map([[context.tp, { thread: pid, result: null }]]),
    endedUnseen: false,
    stopped: null,
    continued: false,
    status: null,
    leftZombie: false,
    group: pid,
    session: LOGIN_SHELL_PID,
    directory: home.inode.number,
    umask: UMASK,
    descriptors: [],
    signals: newSignalState(),
    attachments: [],
    undo: [],
    nice: 0,
    parentDeathSignal: 0,
    subreaper: false,
    executed: true,
    limits: initialLimits(kernel.budgets),
    usage: NO_USAGE,
    childrenUsage: NO_USAGE,
    cpuTimers: NO_CPU_TIMERS,
    posixTimers: new Map(),
    instructionsBefore: 0,
    forksRefused: 0,
    atFork: null,
  };
  state.firstPid = pid;
  state.foreground = pid;
  state.terminalSession = process.session;
  state.processes.set(pid, process);
  const thread = newThread(pid, pid, null);
  state.threads.set(pid, thread);
  kernel.contexts.set(pid, context);
  for (const stream of ['stdin', 'stdout', 'stderr'] as const) {
    const { terminal } = state.console;
    const flags = terminal
      ? OpenFlag.O_RDWR
      : stream === 'stdin'
        ? OpenFlag.O_RDONLY
        : OpenFlag.O_WRONLY;
    const content = { kind: 'console', stream } as const;
    const inode = newInode(state.files, content, terminal ? 0o620 : 0o600, user.student, 0);
    const target = { kind: 'console', inode: inode.number, stream } as const;
    const path = terminal ? '/dev/pts/0' : null;
    const description = openDescription(kernel, inode, target, flags, path);
    installDescriptor(kernel, process, description, false);
  }
  note(kernel, pid, { kind: 'created', parent: null, by: 'boot', name, at: null });
  submit(kernel, thread);
}
