/**
 * The outer world's end of stdin, stdout and stderr: a terminal with a canonical line discipline, or
 * pipes. Leaves out: echo (whoever shows the terminal echoes).
 */
import type { Pid } from '../pid';
import { append, type Log } from '../persistent-log';
import {
  character,
  ControlCharacter,
  initialSettings,
  initialWindow,
  InputFlag,
  isCanonical,
  LocalFlag,
  type TerminalSettings,
  type WindowSize,
} from './terminal-settings';

export type ConsoleStream = 'stdin' | 'stdout' | 'stderr';

export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly bytes: Uint8Array;
}

export interface Console {
  readonly terminal: boolean;
  /** Replaced, not changed. */
  settings: TerminalSettings;
  window: WindowSize;
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
    settings: initialSettings,
    window: initialWindow,
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

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
/** A special character that is set to this is none. */
const DISABLED = 0;

export type TerminalSignal = 'SIGINT' | 'SIGQUIT' | 'SIGTSTP';

/** Takes typed or piped bytes; gives the signals that control characters ask for, in order. */
export function typeInput(console: Console, bytes: Uint8Array): TerminalSignal[] {
  if (!console.terminal) {
    if (bytes.length > 0) console.ready.push(bytes.slice());
    return [];
  }
  const signals: TerminalSignal[] = [];
  for (const typed of bytes) {
    const byte = translated(console.settings, typed);
    if (byte === null) continue;
    const signal = signalOf(console.settings, byte);
    if (signal === null) take(console, byte);
    else {
      signals.push(signal);
      if ((console.settings.local & LocalFlag.NOFLSH) === 0) flushInput(console);
    }
  }
  return signals;
}

/** tcflush: forgets what was typed and not read. */
export function flushInput(console: Console): void {
  console.line = [];
  console.ready = [];
  console.readyOffset = 0;
}

/** ICANON was turned on or off: an unfinished line is there to be read without it. */
export function changeSettings(console: Console, settings: TerminalSettings): void {
  console.settings = settings;
  if (!isCanonical(settings) && console.line.length > 0) finishLine(console);
}

function translated({ input }: TerminalSettings, byte: number): number | null {
  if (byte === CARRIAGE_RETURN) {
    if ((input & InputFlag.IGNCR) !== 0) return null;
    return (input & InputFlag.ICRNL) !== 0 ? NEWLINE : byte;
  }
  return byte === NEWLINE && (input & InputFlag.INLCR) !== 0 ? CARRIAGE_RETURN : byte;
}

function signalOf(settings: TerminalSettings, byte: number): TerminalSignal | null {
  if ((settings.local & LocalFlag.ISIG) === 0 || byte === DISABLED) return null;
  switch (byte) {
    case character(settings, ControlCharacter.VINTR):
      return 'SIGINT';
    case character(settings, ControlCharacter.VQUIT):
      return 'SIGQUIT';
    case character(settings, ControlCharacter.VSUSP):
      return 'SIGTSTP';
    default:
      return null;
  }
}

/** One byte that is no signal: edits or ends the line, or is input at once. */
function take(console: Console, byte: number): void {
  const { settings } = console;
  console.line.push(byte);
  if (!isCanonical(settings) || byte === NEWLINE) {
    finishLine(console);
    return;
  }
  if (byte === DISABLED) return;
  switch (byte) {
    case character(settings, ControlCharacter.VEOF):
      console.line.pop();
      finishLine(console);
      break;
    case character(settings, ControlCharacter.VEOL):
      finishLine(console);
      break;
    case character(settings, ControlCharacter.VKILL):
      console.line = [];
      break;
    case character(settings, ControlCharacter.VERASE):
      console.line.splice(-2);
      break;
  }
}

export function closeConsoleInput(console: Console): void {
  if (console.line.length > 0) finishLine(console);
  console.closed = true;
}

/** What a read of `count` bytes gives now: bytes (none at end of file), or null if it must wait. */
export function readInput(console: Console, count: number): Uint8Array | null {
  if (console.terminal && !isCanonical(console.settings)) return readRaw(console, count);
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

/** Without lines: as soon as VMIN bytes are there. */
function readRaw(console: Console, count: number): Uint8Array | null {
  const wanted = Math.min(count, character(console.settings, ControlCharacter.VMIN));
  const available =
    console.ready.reduce((sum, chunk) => sum + chunk.length, 0) - console.readyOffset;
  if (available < wanted && !console.closed) return null;
  const bytes = new Uint8Array(Math.min(count, available));
  for (let at = 0; at < bytes.length;) {
    const chunk = console.ready[0]?.subarray(console.readyOffset) ?? bytes;
    const part = chunk.subarray(0, bytes.length - at);
    bytes.set(part, at);
    at += part.length;
    if (part.length < chunk.length) console.readyOffset += part.length;
    else {
      console.ready.shift();
      console.readyOffset = 0;
    }
  }
  return bytes;
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
