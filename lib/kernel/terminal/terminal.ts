/** System calls on the console, and input arriving from outside. Leaves out: several terminals. */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { decodeUtf8 } from '../../abi/utf8';
import { argument, type ExecutionContext } from '../../vm/context';
import {
  changeSettings,
  closeConsoleInput,
  flushInput,
  readInput,
  typeInput,
  writeOutput,
} from './console';
import { checkBackground, controls, readForeground, setForeground } from './job-control';
import {
  complete,
  contextOf,
  currentThread,
  endRun,
  note,
  threadOf,
  threadsOf,
  type CallResult,
  type Kernel,
} from '../kernel';
import { OpenFlag, type OpenFileDescription } from '../files/open-file';
import type { Process } from '../processes/process';
import { Ready } from '../readiness/poll-events';
import { settlePollers } from '../readiness/pollers';
import { sendToGroup } from '../signals/signals';
import {
  character,
  ControlCharacter,
  decodeSettings,
  decodeWindow,
  encodeSettings,
  encodeWindow,
  isCanonical,
  LocalFlag,
  TERMIOS_BYTES,
  type TerminalSettings,
  WINSIZE_BYTES,
  type WindowSize,
} from './terminal-settings';
import type { Thread, Wait } from '../threads/thread';
import { byteCountOf, scatter, type UserBuffer } from '../memory/user-buffers';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';
import { addTimer } from '../time/timers';
import { leaveQueues } from '../wait-queues';

const TCGETS = 0x5401;
const TCSETS = 0x5402;
const TCSETSW = 0x5403;
const TCSETSF = 0x5404;
const TCSBRK = 0x5409;
const TCXONC = 0x540a;
const TCFLSH = 0x540b;
const TIOCGPGRP = 0x540f;
const TIOCSPGRP = 0x5410;
const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;
const TIOCGSID = 0x5429;

export function readConsole(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  into: readonly UserBuffer[],
): CallResult {
  const count = byteCountOf(into);
  if (count === 0) return 0;
  const refused = checkBackground(kernel, process, 'read');
  if (refused !== null) return refused;
  const { console } = kernel.state;
  const bytes = console.readers.length > 0 ? null : readInput(console, count);
  if (bytes !== null) return takeInput(kernel, currentThread(kernel), bytes, into);
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  const tenths = timeoutOf(console.settings);
  if (console.terminal && tenths !== null) {
    if (tenths === 0) return 0;
    const untilNs = kernel.state.timeNs + tenths * (NANOSECONDS_PER_SECOND / 10);
    addTimer(kernel.state, { kind: 'wake', untilNs, pid: currentThread(kernel).id, intervalNs: 0 });
  }
  console.readers.push(currentThread(kernel).id);
  return { kind: 'terminal-read', into };
}

export function writeConsole(
  kernel: Kernel,
  process: Process,
  fd: number,
  stream: 'stdout' | 'stderr',
  bytes: Uint8Array,
): CallResult {
  const { console } = kernel.state;
  if ((console.settings.local & LocalFlag.TOSTOP) !== 0) {
    const refused = checkBackground(kernel, process, 'write');
    if (refused !== null) return refused;
  }
  const limit = kernel.budgets.outputBytesMax;
  const kept = bytes.subarray(0, Math.max(0, limit - console.outputBytes));
  if (kept.length > 0) {
    writeOutput(console, stream, kept);
    note(kernel, process.pid, { kind: 'output', fd, stream, text: decodeUtf8(kept) });
  }
  if (kept.length < bytes.length)
    endRun(kernel, {
      kind: 'budget',
      budget: 'outputBytesMax',
      limit,
      pid: process.pid,
      message: `The program wrote more than ${limit} bytes of output. Is there a loop that prints for ever?`,
    });
  return bytes.length;
}

/** Bytes from outside: control characters of a terminal become signals, blocked readers go on. */
export function receiveInput(kernel: Kernel, bytes: Uint8Array): void {
  for (const signal of typeInput(kernel.state.console, bytes))
    sendToGroup(kernel, kernel.state.foreground, Signal[signal], null);
  settleReaders(kernel);
}

export function endInput(kernel: Kernel): void {
  closeConsoleInput(kernel.state.console);
  settleReaders(kernel);
}

/** Somebody could still go on if input came: a reader, or one that a typed signal would reach. */
export function waitsForInput(kernel: Kernel): boolean {
  const { console } = kernel.state;
  if (console.closed) return false;
  return (
    console.readers.length > 0 ||
    pollsInput(kernel) ||
    (console.terminal && awaitsTypedSignal(kernel))
  );
}

/** A foreground process waits for signals, or somebody (a shell) waits for the foreground job. */
function awaitsTypedSignal(kernel: Kernel): boolean {
  const { processes, foreground } = kernel.state;
  const living = [...processes.values()].filter(({ state }) => state !== 'zombie');
  const members = living.filter(({ group, stopped }) => group === foreground && stopped === null);
  const waits = (process: Process, kinds: readonly Wait['kind'][]): boolean =>
    threadsOf(kernel, process).some(({ wait }) => wait !== null && kinds.includes(wait.kind));
  if (members.some((member) => waits(member, ['signal', 'signal-wait']))) return true;
  const shells = living.filter(
    (process) => process.group !== foreground && controls(kernel, process),
  );
  return members.length > 0 && shells.some((shell) => waits(shell, ['child']));
}

/** What ioctl(2) asks of a descriptor's terminal: ioctl_tty(2). */
export function controlTerminal(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
): CallResult {
  const request = argument(context, 1);
  const address = argument(context, 2);
  switch (request) {
    case TCGETS: {
      const settings = encodeSettings(kernel.state.console.settings);
      return context.memory.writeBytes(address, settings) ? 0 : -Errno.EFAULT;
    }
    case TCSETS:
    case TCSETSW:
    case TCSETSF:
      return setSettings(kernel, process, context, request === TCSETSF);
    case TCSBRK:
    case TCXONC:
      return checkBackground(kernel, process, 'change') ?? 0;
    case TCFLSH: {
      const refused = checkBackground(kernel, process, 'change');
      if (refused !== null) return refused;
      // 0 and 2 are TCIFLUSH and TCIOFLUSH; output never waits.
      if (address !== 1) flushInput(kernel.state.console);
      return 0;
    }
    case TIOCGPGRP:
      return readForeground(kernel, process, context);
    case TIOCSPGRP:
      return setForeground(kernel, process, context);
    case TIOCGSID:
      if (!controls(kernel, process)) return -Errno.ENOTTY;
      return context.memory.writeInt32(address, process.session) ? 0 : -Errno.EFAULT;
    case TIOCGWINSZ:
      return context.memory.writeBytes(address, encodeWindow(kernel.state.console.window))
        ? 0
        : -Errno.EFAULT;
    case TIOCSWINSZ: {
      const bytes = context.memory.readBytes(address, WINSIZE_BYTES);
      if (bytes === null) return -Errno.EFAULT;
      resizeWindow(kernel, decodeWindow(bytes));
      return 0;
    }
    default:
      return -Errno.EINVAL;
  }
}

/** Another size is told to the foreground group: SIGWINCH. */
export function resizeWindow(kernel: Kernel, window: WindowSize): void {
  const { console, foreground } = kernel.state;
  const { rows, columns, width, height } = console.window;
  console.window = window;
  if (
    window.rows !== rows ||
    window.columns !== columns ||
    window.width !== width ||
    window.height !== height
  )
    sendToGroup(kernel, foreground, Signal.SIGWINCH, null);
}

function setSettings(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  flush: boolean,
): CallResult {
  const refused = checkBackground(kernel, process, 'change');
  if (refused !== null) return refused;
  const bytes = context.memory.readBytes(argument(context, 2), TERMIOS_BYTES);
  if (bytes === null) return -Errno.EFAULT;
  const { console } = kernel.state;
  if (flush) flushInput(console);
  changeSettings(console, decodeSettings(bytes));
  settleReaders(kernel);
  return 0;
}

/** Tenths of a second that a read without lines waits for its first byte at most; null: for ever. */
function timeoutOf(settings: TerminalSettings): number | null {
  if (isCanonical(settings) || character(settings, ControlCharacter.VMIN) > 0) return null;
  return character(settings, ControlCharacter.VTIME);
}

/** Somebody waits in poll or select for input from outside, among other things. */
function pollsInput(kernel: Kernel): boolean {
  const { descriptions, pollers } = kernel.state;
  return pollers.some((pid) => {
    const { wait } = threadOf(kernel, pid);
    if (wait?.kind !== 'poll') return false;
    return wait.request.items.some(({ description, events }) => {
      const target = description === null ? undefined : descriptions.get(description)?.target;
      return target?.kind === 'console' && (events & Ready.POLLIN) !== 0;
    });
  });
}

function settleReaders(kernel: Kernel): void {
  for (let moved = true; moved;) moved = settleReader(kernel);
  settlePollers(kernel);
}

function settleReader(kernel: Kernel): boolean {
  const { console } = kernel.state;
  const pid = console.readers[0];
  if (pid === undefined) return false;
  const reader = threadOf(kernel, pid);
  if (reader.wait?.kind !== 'terminal-read') return false;
  const bytes = readInput(console, byteCountOf(reader.wait.into));
  if (bytes === null) return false;
  const { into } = reader.wait;
  leaveQueues(kernel, reader);
  complete(kernel, reader, takeInput(kernel, reader, bytes, into));
  return true;
}

function takeInput(
  kernel: Kernel,
  reader: Thread,
  bytes: Uint8Array,
  into: readonly UserBuffer[],
): number {
  const result = scatter(contextOf(kernel, reader.id).memory, into, bytes);
  if (result > 0) note(kernel, reader.process, { kind: 'input', text: decodeUtf8(bytes) });
  return result;
}
