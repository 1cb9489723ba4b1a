import type { EditingAnswer, EditingRequest } from './editing-protocol';
import type { ExploringAnswer, ExploringRequest } from './exploring-protocol';
import type { Answer, Request } from './protocol';
import type { RecordingAnswer, RecordingRequest } from './recording-protocol';
import type { ShellAnswer, ShellRequest } from './shell-protocol';

/** A worker of its own, with a typed way in and out. */
type Started<Request> = {
  readonly send: (request: Request) => void;
  /** At once, whatever it is doing. */
  readonly terminate: () => void;
};

export type MachineWorker = Started<Request>;
export type RecordingWorker = Started<RecordingRequest>;
export type ExploringWorker = Started<ExploringRequest>;
export type EditingWorker = Started<EditingRequest>;
export type ShellWorker = Started<ShellRequest>;

/** Compiles and runs. */
export function startMachineWorker(
  onAnswer: (answer: Answer) => void,
  onBroken: (message: string) => void,
): MachineWorker {
  const worker = new Worker(new URL('./machine.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
  return connect(worker, onBroken);
}

/** Answers what an editor asks while a program is typed. */
export function startEditingWorker(
  onAnswer: (answer: EditingAnswer) => void,
  onBroken: (message: string) => void,
): EditingWorker {
  const worker = new Worker(new URL('./editing.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<EditingAnswer>) => onAnswer(data);
  return connect(worker, onBroken);
}

/** Records a run and goes to its moments. */
export function startRecordingWorker(
  onAnswer: (answer: RecordingAnswer) => void,
  onBroken: (message: string) => void,
): RecordingWorker {
  const worker = new Worker(new URL('./recording.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<RecordingAnswer>) => onAnswer(data);
  return connect(worker, onBroken);
}

/** Explores all schedules. */
export function startExploringWorker(
  onAnswer: (answer: ExploringAnswer) => void,
  onBroken: (message: string) => void,
): ExploringWorker {
  const worker = new Worker(new URL('./exploring.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<ExploringAnswer>) => onAnswer(data);
  return connect(worker, onBroken);
}

/** A session at the machine's shell. */
export function startShellWorker(
  onAnswer: (answer: ShellAnswer) => void,
  onBroken: (message: string) => void,
): ShellWorker {
  const worker = new Worker(new URL('./shell.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<ShellAnswer>) => onAnswer(data);
  return connect(worker, onBroken);
}

function connect<Request>(worker: Worker, onBroken: (message: string) => void): Started<Request> {
  worker.onerror = (event) => onBroken(event.message || 'The simulator could not be loaded.');
  return {
    send: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
}
