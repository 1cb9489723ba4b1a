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

type Start<Request, Answer> = (
  onAnswer: (answer: Answer) => void,
  onBroken: (message: string) => void,
) => Started<Request>;

/** Compiles and runs. */
export const startMachineWorker = starts<Request, Answer>(
  () => new Worker(new URL('./machine.worker.ts', import.meta.url), { type: 'module' }),
);

/** Answers what an editor asks while a program is typed. */
export const startEditingWorker = starts<EditingRequest, EditingAnswer>(
  () => new Worker(new URL('./editing.worker.ts', import.meta.url), { type: 'module' }),
);

/** Records a run and goes to its moments. */
export const startRecordingWorker = starts<RecordingRequest, RecordingAnswer>(
  () => new Worker(new URL('./recording.worker.ts', import.meta.url), { type: 'module' }),
);

/** Explores all schedules. */
export const startExploringWorker = starts<ExploringRequest, ExploringAnswer>(
  () => new Worker(new URL('./exploring.worker.ts', import.meta.url), { type: 'module' }),
);

/** A session at the machine's shell. */
export const startShellWorker = starts<ShellRequest, ShellAnswer>(
  () => new Worker(new URL('./shell.worker.ts', import.meta.url), { type: 'module' }),
);

/** The URL stands where the worker is made: there the bundler looks for it. */
function starts<Request, Answer>(make: () => Worker): Start<Request, Answer> {
  return (onAnswer, onBroken) => {
    const worker = make();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
    worker.onerror = (event) => onBroken(event.message || 'The simulator could not be loaded.');
    return {
      send: (request) => worker.postMessage(request),
      terminate: () => worker.terminate(),
    };
  };
}
