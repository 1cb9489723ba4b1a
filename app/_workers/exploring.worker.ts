/// <reference lib="webworker" />
// All schedules of a program. It does not listen while it searches: to cancel is to end the worker, and so
// it tells at once what it has found.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import type { Progress } from '@/lib/explorer/explore';
import { defaultRun } from '@/lib/grading/default-run';
import { exploreExercise, runsToExplore } from '@/lib/grading/exploration/explore-exercise';
import type { ExploringAnswer, ExploringRequest } from './exploring-protocol';

const PROGRESS_MS = 100;

self.onmessage = ({ data }: MessageEvent<ExploringRequest>) => {
  try {
    handle(data);
  } catch (error) {
    console.error(error);
    answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
};

function handle(request: ExploringRequest): void {
  const { source, fileName, more = [], headers = [], checks, effort } = request;
  const files = [{ name: fileName, text: source }, ...more];
  const { diagnostics, image } = compile(
    files.map(({ name, text }) => userFile(name, text)),
    { headers: headers.map(({ name, text }) => userFile(name, text)) },
  );
  if (image === null) return answer({ kind: 'not-compiled', diagnostics });
  const names = runsToExplore(checks.checks);
  for (const run of names) {
    const { args, stdin } = checks.runs[run] ?? defaultRun;
    const tell = ({ schedules, states, transitions, found }: Progress) =>
      answer({
        kind: 'exploring',
        progress: {
          ...{ run, args, stdin, runs: names.length },
          ...{ schedules, states, transitions, ...found() },
        },
      });
    const none = { outputs: [], violations: [] };
    tell({ schedules: 0, states: 0, transitions: 0, found: () => none });
    let told = performance.now();
    const explored = exploreExercise(image, run, checks, {
      effort,
      keepGoing(progress) {
        const now = performance.now();
        if (now - told >= PROGRESS_MS) {
          told = now;
          tell(progress);
        }
        return true;
      },
    });
    answer({ kind: 'run-explored', explored });
  }
  answer({ kind: 'explored' });
}

function answer(message: ExploringAnswer): void {
  self.postMessage(message);
}
