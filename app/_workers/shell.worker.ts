/// <reference lib="webworker" />
// A session at the machine's shell. It runs in slices, so that what is typed gets through in between:
// that is what ^C is for. Output waits until the page has shown what came before.
import { bootShell } from '@/lib/grading/run';
import { outcomeText } from '@/lib/grading/explain-run';
import { sessionBudgets } from '@/lib/kernel/budgets';
import { Machine } from '@/lib/kernel/machine';
import type { ProgramFile } from './program-file';
import type { ShellAnswer, ShellRequest } from './shell-protocol';

const SLICE_INSTRUCTIONS = 1_000_000;
/** Characters of output on their way to the screen, at most. */
const UNSHOWN_MAX = 200_000;

const CONTROL_C = '\u0003';

type Session = {
  readonly machine: Machine;
  /** Its process group. */
  readonly shell: number;
  readonly decoder: TextDecoder;
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
  switch (request.kind) {
    case 'type':
      machine.provideInput(encoder.encode(request.text));
      break;
    case 'put':
      put(machine, request.files);
      if (machine.foreground !== session.shell) machine.provideInput(encoder.encode(CONTROL_C));
      break;
    case 'resize':
      machine.resizeTerminal(request.size.rows, request.size.columns);
      break;
    case 'shown':
      session.unshown -= request.characters;
      break;
  }
  schedule(session);
}

function boot({ files, size, schedule: spec, processors }: ShellRequest & { kind: 'boot' }): void {
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

function runSlice(current: Session): void {
  const { machine, decoder } = current;
  const state = machine.run(SLICE_INSTRUCTIONS);
  const text = machine
    .takeOutput()
    .map(({ bytes }) => decoder.decode(bytes, { stream: true }))
    .join('');
  current.unshown += text.length;
  answer({
    kind: 'output',
    text,
    modes: machine.terminalModes,
    isAtPrompt: state === 'waiting-for-input' && machine.foreground === current.shell,
  });
  if (state === 'paused') schedule(current);
  if (state !== 'finished') return;
  session = null;
  answer({
    kind: 'ended',
    message: outcomeText(machine.report().outcome) ?? 'The shell has ended.',
  });
}

function fail(error: unknown): void {
  console.error(error);
  session = null;
  answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
}

function answer(message: ShellAnswer): void {
  self.postMessage(message);
}
