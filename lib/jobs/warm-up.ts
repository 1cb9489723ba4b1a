import { parseExercise } from '../grading/exercise';
import type { GradingPool } from './grading-pool';

const PROGRAM = '#include <stdio.h>\nint main(void) { printf("%s\\n", "warm"); return 0; }\n';

/** A first program in each thread: the C library is compiled by it, and the interpreter by Node. */
export async function warmUp(
  pool: GradingPool,
  threads: number,
  signal: AbortSignal,
): Promise<void> {
  const parsed = parseExercise('warm-up', {
    'exercise.yaml': JSON.stringify({
      title: 'Warm-up',
      summary: 'Ours.',
      wrong: [],
      checks: [
        { id: 'ends', kind: 'all-end', title: 'It ends', points: 1 },
        {
          id: 'says',
          kind: 'output',
          title: 'It says so',
          points: 1,
          match: 'exact',
          expected: 'warm\n',
        },
      ],
    }),
    'statement.md': '',
    'starter.c': '',
    'solution.c': PROGRAM,
  });
  if (parsed.kind === 'broken') throw new Error(parsed.problems.join('\n'));
  const task = { exercise: parsed.exercise, source: PROGRAM };
  const outcomes = await Promise.all(Array.from({ length: threads }, () => pool.run(task, signal)));
  for (const outcome of outcomes) {
    // Not fatal: each submission will say for itself that it could not be graded, and why.
    if (outcome.kind !== 'verdict' && outcome.kind !== 'cancelled') {
      console.error(`grading worker: the first program failed, ${outcome.detail}`);
    }
  }
}
