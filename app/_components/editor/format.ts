import type { FormattingAnswer, FormattingRequest } from '@/app/_workers/formatting.worker';

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (text: string | null) => void>();

/** The program in the form of the course's own ones; as it is where that can't be done. */
export async function formatted(source: string): Promise<string> {
  worker ??= start();
  asked += 1;
  const request: FormattingRequest = { id: asked, source };
  const answered = new Promise<string | null>((resolve) => waiting.set(request.id, resolve));
  worker.postMessage(request);
  return (await answered) ?? source;
}

function start(): Worker {
  const started = new Worker(new URL('../../_workers/formatting.worker.ts', import.meta.url), {
    type: 'module',
  });
  started.onmessage = ({ data: { id, text } }: MessageEvent<FormattingAnswer>) => {
    waiting.get(id)?.(text);
    waiting.delete(id);
  };
  started.onerror = () => {
    started.terminate();
    worker = null;
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  return started;
}
