/// <reference lib="webworker" />
// The simulated machine in the browser: the same compiler and kernel as on the server. It runs in
// slices, so that input and the page's other questions get through in between.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { type Gradable, gradeChecks } from '@/lib/grading/grade';
import { bootMachine } from '@/lib/grading/run';
import type { TraceEvent } from '@/lib/kernel/events';
import type { OutputChunk } from '@/lib/kernel/terminal/console';
import { Machine } from '@/lib/kernel/machine';
import type { Answer, OutputText, Request } from './protocol';
import type { TypedInput } from './recording-protocol';

const SLICE_INSTRUCTIONS = 1_000_000;
/** Past this many events the figure would be unreadable, and the page slow. */
const EVENTS_MAX = 4000;

type Run = {
  readonly source: string;
  readonly checks: Gradable | null;
  readonly machine: Machine;
  readonly decoders: Readonly<Record<OutputChunk['stream'], TextDecoder>>;
  readonly inputs: TypedInput[];
  eventsSeen: number;
  eventsSent: number;
  /** Whether a slice is due already. */
  isScheduled: boolean;
};

let current: Run | null = null;

self.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    handle(data);
  } catch (error) {
    fail(error);
  }
};

// While the student still reads.
Machine.rehearse();

function handle(request: Request): void {
  switch (request.kind) {
    case 'run':
      return start(request);
    case 'input':
      return giveInput(request.text);
    case 'close-input':
      return giveInput(null);
  }
}

function giveInput(text: string | null): void {
  if (current === null) return;
  const { machine, inputs } = current;
  inputs.push({ step: machine.step, text });
  if (text === null) machine.closeInput();
  else machine.provideInput(new TextEncoder().encode(text));
  schedule();
}

function start(request: Extract<Request, { kind: 'run' }>): void {
  const { source, fileName, checks } = request;
  const { diagnostics, image } = compile([userFile(fileName, source)]);
  answer({ kind: 'compiled', diagnostics, isRunnable: image !== null });
  if (image === null) return;
  current = {
    source,
    checks,
    machine: bootMachine(image, { ...request.machine, terminal: true, trace: 'full' }),
    decoders: { stdout: new TextDecoder(), stderr: new TextDecoder() },
    inputs: [],
    eventsSeen: 0,
    eventsSent: 0,
    isScheduled: false,
  };
  schedule();
}

function schedule(): void {
  const run = current;
  if (run === null || run.isScheduled) return;
  run.isScheduled = true;
  setTimeout(() => {
    run.isScheduled = false;
    try {
      runSlice(run);
    } catch (error) {
      fail(error);
    }
  });
}

function runSlice(run: Run): void {
  const { machine } = run;
  const state = machine.run(SLICE_INSTRUCTIONS);
  answer({
    kind: 'progress',
    output: newOutput(run),
    events: newEvents(run),
    isWaitingForInput: state === 'waiting-for-input',
  });
  if (state === 'paused') schedule();
  if (state !== 'finished') return;
  current = null;
  // What it printed is with the page already.
  answer({
    kind: 'finished',
    report: { ...machine.report(), stdout: '', stderr: '' },
    inputs: run.inputs,
  });
  if (run.checks !== null) {
    answer({ kind: 'checked', verdict: gradeChecks(run.checks, run.source) });
  }
}

function newOutput({ machine, decoders }: Run): readonly OutputText[] {
  return machine.takeOutput().map(({ stream, bytes }) => ({
    stream,
    text: decoders[stream].decode(bytes, { stream: true }),
  }));
}

function newEvents(run: Run): readonly TraceEvent[] {
  const events = run.machine.events.slice(run.eventsSeen);
  run.eventsSeen += events.length;
  const shown = events.filter(isShown).slice(0, EVENTS_MAX - run.eventsSent);
  run.eventsSent += shown.length;
  return shown;
}

function isShown({ kind }: TraceEvent): boolean {
  return (
    kind === 'created' ||
    kind === 'executed' ||
    kind === 'state' ||
    kind === 'ended' ||
    kind === 'reaped' ||
    kind === 'reparented'
  );
}

function fail(error: unknown): void {
  console.error(error);
  current = null;
  answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
}

function answer(message: Answer): void {
  self.postMessage(message);
}
