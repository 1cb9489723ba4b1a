/// <reference lib="webworker" />
// A session at the machine's shell. It runs in slices, so that what is typed gets through in between:
// that is what ^C is for. Output waits until the page has shown what came before.
import { bootShell } from '@/lib/grading/run';
import { outcomeText } from '@/lib/grading/explain-run';
import { sessionBudgets } from '@/lib/kernel/budgets';
import { Machine } from '@/lib/kernel/machine';
import type { Pid } from '@/lib/kernel/pid';
import { SHELL_BUILTINS } from '@/lib/userland/shell-builtins';
import { NS_PER_MS, PassingTime } from '@/lib/kernel/time/passing-time';
import type { ProgramFile } from './program-file';
import type { ShellAnswer, ShellRequest } from './shell-protocol';

const SLICE_INSTRUCTIONS = 1_000_000;
/** Characters of output on their way to the screen, at most. */
const UNSHOWN_MAX = 200_000;

/** A longer timeout overflows; it only looks again. */
const ALARM_MS_MAX = 1_000_000_000;

const CONTROL_C = '\u0003';

type Session = {
  readonly machine: Machine;
  /** The shell's pid, and its process group. */
  readonly shell: Pid;
  readonly decoder: TextDecoder;
  readonly time: PassingTime;
  skipsWaits: boolean;
  /** Rings when the next sleeper of the machine is to wake. */
  alarm: ReturnType<typeof setTimeout> | null;
  unshown: number;
  isScheduled: boolean;
};

let session: Session | null = null;
const encoder = new TextEncoder();

self.onmessage = ({ data }: MessageEvent<ShellRequest>) => {
  try {
    handle(data);
  } catch (error) {
    fail(error);
  }
};

Machine.rehearse();

function handle(request: ShellRequest): void {
  if (request.kind === 'boot') {
    boot(request);
    return;
  }
  if (session === null) return;
  const { machine } = session;
  // What is typed now is typed after the time that has passed.
  machine.run(0, idleUntilNs(session));
  switch (request.kind) {
    case 'type':
      machine.provideInput(encoder.encode(request.text));
      break;
    case 'put':
      put(machine, request.files);
      if (request.interrupts && machine.foreground !== session.shell)
        machine.provideInput(encoder.encode(CONTROL_C));
      break;
    case 'resize':
      machine.resizeTerminal(request.size.rows, request.size.columns);
      break;
    case 'skip-waits':
      session.skipsWaits = request.skips;
      break;
    case 'complete': {
      const { line } = request;
      const completions = machine.completions(session.shell, line, SHELL_BUILTINS);
      answer({ kind: 'completions', line, completions });
      return;
    }
    case 'shown':
      session.unshown -= request.characters;
      break;
  }
  schedule(session);
}

function boot(request: ShellRequest & { kind: 'boot' }): void {
  const { files, size, schedule: spec, processors, skipsWaits } = request;
  if (session?.alarm != null) clearTimeout(session.alarm);
  const machine = bootShell([], {
    terminal: true,
    budgets: sessionBudgets,
    schedule: spec,
    processors,
  });
  put(machine, files);
  machine.resizeTerminal(size.rows, size.columns);
  session = {
    machine,
    shell: machine.foreground,
    decoder: new TextDecoder(),
    time: new PassingTime(performance.now()),
    skipsWaits,
    alarm: null,
    unshown: 0,
    isScheduled: false,
  };
  schedule(session);
}

function put(machine: Machine, files: readonly ProgramFile[]): void {
  for (const { name, text } of files) machine.putFile(name, encoder.encode(text));
}

function schedule(current: Session): void {
  if (current.isScheduled || current.unshown > UNSHOWN_MAX) return;
  current.isScheduled = true;
  setTimeout(() => {
    current.isScheduled = false;
    // Another machine may have been booted meanwhile.
    if (current !== session) return;
    try {
      runSlice(current);
    } catch (error) {
      fail(error);
    }
  });
}

function idleUntilNs({ skipsWaits, time }: Session): number {
  return skipsWaits ? Infinity : time.limitNs(performance.now());
}

function runSlice(current: Session): void {
  const { machine, decoder, shell } = current;
  const state = machine.run(SLICE_INSTRUCTIONS, idleUntilNs(current));
  current.time.shows(machine.timeNs, performance.now());
  const asleepMs = (machine.nextTimerNs - machine.timeNs) / NS_PER_MS;
  const isBusy = state === 'paused' || state === 'finished';
  setAlarm(current, isBusy ? Infinity : asleepMs);
  const text = machine
    .takeOutput()
    .map(({ bytes }) => decoder.decode(bytes, { stream: true }))
    .join('');
  current.unshown += text.length;
  answer({
    kind: 'output',
    text,
    modes: machine.terminalModes,
    isAtPrompt: state === 'waiting-for-input' && machine.foreground === shell,
    asleepMs: isBusy || asleepMs === Infinity || machine.foreground === shell ? null : asleepMs,
  });
  if (state === 'paused') schedule(current);
  if (state !== 'finished') return;
  session = null;
  answer({
    kind: 'ended',
    message: outcomeText(machine.report().outcome) ?? 'The shell has ended.',
  });
}

function setAlarm(current: Session, afterMs: number): void {
  if (current.alarm !== null) clearTimeout(current.alarm);
  current.alarm =
    afterMs === Infinity
      ? null
      : setTimeout(() => schedule(current), Math.min(Math.max(0, afterMs), ALARM_MS_MAX));
}

function fail(error: unknown): void {
  console.error(error);
  session = null;
  answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
}

function answer(message: ShellAnswer): void {
  self.postMessage(message);
}
