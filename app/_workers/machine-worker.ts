import type { Answer, Request } from './protocol';

/** A worker of its own, with a typed way in and out. */
export type MachineWorker = {
  readonly send: (request: Request) => void;
  /** At once, whatever it is doing. */
  readonly terminate: () => void;
};

export function startMachineWorker(
  onAnswer: (answer: Answer) => void,
  onBroken: (message: string) => void,
): MachineWorker {
  const worker = new Worker(new URL('./machine.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
  worker.onerror = (event) => onBroken(event.message || 'The simulator could not be loaded.');
  return {
    send: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
}
