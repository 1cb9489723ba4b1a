/**
 * System calls on the console, and input arriving from outside. Leaves out: several terminals,
 * background reads (SIGTTIN), termios settings.
 */
import { Errno } from '../abi/errno';
import { Signal } from '../abi/signals';
import { decodeUtf8 } from '../abi/utf8';
import { argument, argument32 } from '../vm/context';
import { readInput, typeInput, writeOutput, closeConsoleInput } from './console';
import { descriptionOf } from './descriptors';
import {
  complete,
  contextOf,
  endRun,
  note,
  processOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from './kernel';
import { OpenFlag, type OpenFileDescription } from './open-file';
import type { Process } from './process';
import { send } from './signals';
import { byteCountOf, scatter, type UserBuffer } from './user-buffers';

const TCGETS = 0x5401;
const TIOCGPGRP = 0x540f;
const TIOCSPGRP = 0x5410;
const TIOCGWINSZ = 0x5413;
const FIONREAD = 0x541b;
const TERMIOS_BYTES = 36;

export function readConsole(
  kernel: Kernel,
  process: Process,
  description: OpenFileDescription,
  into: readonly UserBuffer[],
): CallResult {
  const count = byteCountOf(into);
  if (count === 0) return 0;
  const { console } = kernel.state;
  const bytes = console.readers.length > 0 ? null : readInput(console, count);
  if (bytes !== null) return takeInput(kernel, process, bytes, into);
  if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return -Errno.EAGAIN;
  console.readers.push(process.pid);
  return { kind: 'terminal-read', into };
}

export function writeConsole(
  kernel: Kernel,
  process: Process,
  fd: number,
  stream: 'stdout' | 'stderr',
  bytes: Uint8Array,
): number {
  const { console } = kernel.state;
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
    for (const process of foreground(kernel)) send(kernel, process, Signal[signal], null);
  settleReaders(kernel);
}

export function endInput(kernel: Kernel): void {
  closeConsoleInput(kernel.state.console);
  settleReaders(kernel);
}

/** Somebody could still go on if input came. */
export function waitsForInput(kernel: Kernel): boolean {
  const { console } = kernel.state;
  return console.readers.length > 0 && !console.closed;
}

export const ioctl: SystemCallHandler = (kernel, process, context) => {
  const description = descriptionOf(kernel, process, argument32(context, 0));
  if (description === null) return -Errno.EBADF;
  const { target } = description;
  const request = argument(context, 1);
  const address = argument(context, 2);
  if (request === FIONREAD && target.kind === 'pipe') {
    const length = kernel.state.pipes.get(target.pipe)?.length ?? 0;
    return context.memory.writeInt32(address, length) ? 0 : -Errno.EFAULT;
  }
  if (target.kind !== 'console' || !kernel.state.console.terminal) return -Errno.ENOTTY;
  switch (request) {
    case TCGETS:
      return context.memory.writeBytes(address, new Uint8Array(TERMIOS_BYTES)) ? 0 : -Errno.EFAULT;
    case TIOCGPGRP:
      return context.memory.writeInt32(address, kernel.state.foreground) ? 0 : -Errno.EFAULT;
    case TIOCSPGRP: {
      const group = context.memory.readInt32(address);
      if (group === null) return -Errno.EFAULT;
      kernel.state.foreground = group;
      return 0;
    }
    case TIOCGWINSZ: {
      const rowsAndColumns = Uint8Array.of(24, 0, 80, 0, 0, 0, 0, 0);
      return context.memory.writeBytes(address, rowsAndColumns) ? 0 : -Errno.EFAULT;
    }
    default:
      return -Errno.EINVAL;
  }
};

function foreground(kernel: Kernel): Process[] {
  const { processes, foreground: group } = kernel.state;
  return [...processes.values()].filter((process) => process.group === group);
}

function settleReaders(kernel: Kernel): void {
  const { console } = kernel.state;
  for (;;) {
    const pid = console.readers[0];
    if (pid === undefined) return;
    const reader = processOf(kernel, pid);
    if (reader.wait?.kind !== 'terminal-read') return;
    const bytes = readInput(console, byteCountOf(reader.wait.into));
    if (bytes === null) return;
    console.readers.shift();
    complete(kernel, reader, takeInput(kernel, reader, bytes, reader.wait.into));
  }
}

function takeInput(
  kernel: Kernel,
  reader: Process,
  bytes: Uint8Array,
  into: readonly UserBuffer[],
): number {
  const result = scatter(contextOf(kernel, reader.pid).memory, into, bytes);
  if (result > 0) note(kernel, reader.pid, { kind: 'input', text: decodeUtf8(bytes) });
  return result;
}
