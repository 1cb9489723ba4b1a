/**
 * The outer world's end of stdin, stdout and stderr: a terminal with a canonical line discipline, or
 * pipes. Leaves out: raw mode, echo (whoever shows the terminal echoes), window size.
 */
import type { Pid } from './pid';
import { append, type Log } from './persistent-log';

export type ConsoleStream = 'stdin' | 'stdout' | 'stderr';

export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly bytes: Uint8Array;
}

export interface Console {
  readonly terminal: boolean;
  /** Input ready to be read: lines of a terminal (an empty one is end of file once), chunks of a pipe. */
  ready: Uint8Array[];
  /** Bytes of ready[0] that were read already. */
  readyOffset: number;
  /** A terminal's line that has no newline yet. */
  line: number[];
  closed: boolean;
  /** First come, first served. */
  readers: Pid[];
  output: Log<OutputChunk>;
  outputBytes: number;
}

export function newConsole(terminal: boolean): Console {
  return {
    terminal,
    ready: [],
    readyOffset: 0,
    line: [],
    closed: false,
    readers: [],
    output: null,
    outputBytes: 0,
  };
}

export function cloneConsole(console: Console): Console {
  return {
    ...console,
    ready: console.ready.slice(),
    line: console.line.slice(),
    readers: console.readers.slice(),
  };
}

const CONTROL_C = 3;
const CONTROL_D = 4;
const CONTROL_U = 0x15;
const CONTROL_Z = 0x1a;
const CONTROL_BACKSLASH = 0x1c;
const BACKSPACE = 0x7f;
const NEWLINE = 10;

export type TerminalSignal = 'SIGINT' | 'SIGQUIT' | 'SIGTSTP';

/** Takes typed or piped bytes; gives the signals that control characters ask for, in order. */
export function typeInput(console: Console, bytes: Uint8Array): TerminalSignal[] {
  if (!console.terminal) {
    if (bytes.length > 0) console.ready.push(bytes.slice());
    return [];
  }
  const signals: TerminalSignal[] = [];
  for (const byte of bytes) {
    switch (byte) {
      case CONTROL_C:
      case CONTROL_Z:
      case CONTROL_BACKSLASH:
        console.line = [];
        signals.push(byte === CONTROL_C ? 'SIGINT' : byte === CONTROL_Z ? 'SIGTSTP' : 'SIGQUIT');
        break;
      case CONTROL_D:
        finishLine(console);
        break;
      case CONTROL_U:
        console.line = [];
        break;
      case BACKSPACE:
        console.line.pop();
        break;
      default:
        console.line.push(byte);
        if (byte === NEWLINE) finishLine(console);
    }
  }
  return signals;
}

export function closeConsoleInput(console: Console): void {
  if (console.line.length > 0) finishLine(console);
  console.closed = true;
}

/** What a read of `count` bytes gives now: bytes (none at end of file), or null if it must wait. */
export function readInput(console: Console, count: number): Uint8Array | null {
  const first = console.ready[0];
  if (first === undefined) return console.closed ? new Uint8Array(0) : null;
  const part = first.subarray(console.readyOffset, console.readyOffset + count);
  console.readyOffset += part.length;
  if (console.readyOffset >= first.length) {
    console.ready.shift();
    console.readyOffset = 0;
  }
  return part;
}

export function writeOutput(
  console: Console,
  stream: 'stdout' | 'stderr',
  bytes: Uint8Array,
): void {
  console.output = append(console.output, { stream, bytes });
  console.outputBytes += bytes.length;
}

function finishLine(console: Console): void {
  console.ready.push(Uint8Array.from(console.line));
  console.line = [];
}
