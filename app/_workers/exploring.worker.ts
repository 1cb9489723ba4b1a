/// <reference lib="webworker" />
// All schedules of a program. It does not listen while it searches: to cancel is to end the worker.
import { compile } from '@/lib/compiler/compile';
import { userFile } from '@/lib/compiler/diagnostics';
import { explainViolation } from '@/lib/explorer/counterexamples/explain';
import { explore } from '@/lib/explorer/explore';
import { exploredMachine, exploredProgram } from '@/lib/grading/run';
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

function handle({ source, fileName, args, stdin, bounds }: ExploringRequest): void {
  const { diagnostics, image } = compile([userFile(fileName, source)]);
  if (image === null) return answer({ kind: 'not-compiled', diagnostics });
  let told = performance.now();
  const program = exploredProgram(image, args, new TextEncoder().encode(stdin));
  const machine = exploredMachine();
  const result = explore({
    program,
    machine,
    bounds,
    keepGoing(progress) {
      const now = performance.now();
      if (now - told >= PROGRESS_MS) {
        told = now;
        const { schedules, states, transitions, found } = progress;
        const { outputs, violations } = found();
        answer({
          kind: 'exploring',
          progress: { schedules, states, transitions, outputs, violations },
        });
      }
      return true;
    },
  });
  const violations = result.violations.map((found) => {
    const explained = explainViolation(found, { program, machine, timing: 'any', properties: [] });
    const { kind, message, location, details, schedule, steps, story } = explained;
    const { sentences } = story;
    return { kind, message, location, details, schedule, steps, sentences };
  });
  answer({ kind: 'explored', result: { ...result, violations } });
}

function answer(message: ExploringAnswer): void {
  self.postMessage(message);
}
