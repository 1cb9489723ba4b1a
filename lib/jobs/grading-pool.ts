import { Piscina } from 'piscina';
import type { Verdict } from '../grading/verdict';
import type { GradingThreadTask } from './grading-thread';

export type GradingPoolOptions = {
  /** The bundled grading thread. */
  readonly filename: string;
  readonly threads: number;
  readonly wallClockMs: number;
  /** Of each thread's heap. What typed arrays take is held by the budgets of grade(), and by the process as a whole. */
  readonly memoryMb: number;
};

/** What became of one run of grade(). */
export type GradingOutcome =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** The thread was ended from outside: the budgets of grade() should have struck long before. */
  | {
      readonly kind: 'ended';
      readonly by: 'wall-clock' | 'memory';
      /** Another run may go better: it depended on what else the machine was doing. */
      readonly mayPass: boolean;
      readonly detail: string;
    }
  /** grade() threw, or the thread died: a bug of ours. */
  | { readonly kind: 'broken'; readonly detail: string }
  /** The caller's signal: shutdown, or the job's claim was lost. */
  | { readonly kind: 'cancelled' };

export type GradingPool = {
  run(task: GradingThreadTask, signal: AbortSignal): Promise<GradingOutcome>;
  close(): Promise<void>;
};

/** Memory of the process above which the longest run is ended, in threads' shares and this much for the rest. */
const PROCESS_BASE_MB = 512;
const WATCH_INTERVAL_MS = 250;
/** What an ended thread held takes a moment to go back to the system. */
const WATCH_PAUSE_MS = 2000;

export function createGradingPool(options: GradingPoolOptions): GradingPool {
  const piscina = new Piscina<GradingThreadTask, Verdict>({
    filename: options.filename,
    minThreads: options.threads,
    maxThreads: options.threads,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    // A student's program can't reach it, but a thread that is handed no secrets can't leak any.
    env: {},
  });
  // A thread that is being ended may still run out of memory; nobody waits for it any more, and without a listener
  // that would end the whole worker.
  piscina.on('error', (error: unknown) => {
    console.error('grading pool:', describe(error));
  });
  const watched = watchMemory(PROCESS_BASE_MB + options.threads * options.memoryMb);

  return {
    async run(task, signal) {
      const wallClock = AbortSignal.timeout(options.wallClockMs);
      const memory = watched.begin();
      try {
        const verdict = await piscina.run(task, {
          signal: AbortSignal.any([signal, wallClock, memory.signal]),
        });
        return { kind: 'verdict', verdict };
      } catch (error) {
        if (signal.aborted) return { kind: 'cancelled' };
        if (isOutOfMemory(error)) {
          const detail = `more than ${options.memoryMb} MB of heap`;
          return { kind: 'ended', by: 'memory', mayPass: false, detail };
        }
        if (memory.signal.aborted) {
          const detail = 'the grading worker as a whole needed too much';
          return { kind: 'ended', by: 'memory', mayPass: true, detail };
        }
        if (wallClock.aborted) {
          const detail = `longer than ${options.wallClockMs} ms`;
          return { kind: 'ended', by: 'wall-clock', mayPass: true, detail };
        }
        return { kind: 'broken', detail: describe(error) };
      } finally {
        watched.end(memory);
      }
    },
    async close() {
      watched.stop();
      await piscina.destroy();
    },
  };
}

/**
 * A thread's heap limit does not count what its typed arrays hold, and Node 20 can't say how much that is. So the
 * process is watched as a whole, and the run that has been going longest is the one that is ended.
 */
function watchMemory(limitMb: number) {
  const running = new Set<AbortController>();
  let pausedUntil = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    const [oldest] = running;
    if (oldest === undefined || now < pausedUntil) return;
    if (process.memoryUsage.rss() < limitMb * 1024 * 1024) return;
    pausedUntil = now + WATCH_PAUSE_MS;
    running.delete(oldest);
    oldest.abort();
  }, WATCH_INTERVAL_MS);
  timer.unref();
  return {
    begin(): AbortController {
      const controller = new AbortController();
      running.add(controller);
      return controller;
    },
    end: (controller: AbortController) => running.delete(controller),
    stop: () => {
      clearInterval(timer);
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
