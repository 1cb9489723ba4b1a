/**
 * What the simulated machine says of an author's program: answers come from here and are never written by
 * hand. Each is computed once for a program, however many students are asked about it.
 */
import { compile } from '../../../compiler/compile';
import { renderDiagnostic, userFile } from '../../../compiler/diagnostics';
import type { ProgramImage } from '../../../abi/image';
import type { Budgets } from '../../../kernel/report';
import { processTree } from '../../../trace/process-tree';
import { sameShape, type TreeShape, treeShape } from '../../../trace/tree-shape';
import { exploreProgram } from '../../exploration/explore-program';
import { normalizedLines } from '../../output-text';
import { type FinishedRun, runToEnd } from '../../run';
import type { ScheduleSpec } from '../../schedule-spec';
import { AskFailure } from '../failure';
import { remembered } from './remembered';

export interface Asked {
  readonly program: string;
  readonly stdin: string;
}

/** Small programs of authors: what needs more does not belong in a quiz. */
const budgets: Partial<Budgets> = { instructionsMax: 5_000_000, forksMax: 200 };
const EXPLORED_EFFORT = 0.25;
const OUTPUTS_MAX = 500;

export const QUIZ_FILE = 'program.c';

export const imageOf = remembered(({ program }: Pick<Asked, 'program'>): ProgramImage => {
  const { diagnostics, image } = compile([userFile(QUIZ_FILE, program)]);
  if (image !== null) return image;
  const first = diagnostics.find(({ severity }) => severity === 'error');
  throw new AskFailure(
    `the program does not compile: ${first === undefined ? '' : renderDiagnostic(first)}`,
  );
});

export const runOf = remembered(
  ({ program, stdin, schedule }: Asked & { readonly schedule?: ScheduleSpec }): FinishedRun => {
    const image = imageOf({ program });
    return runToEnd(image, { stdin, budgets, ...(schedule === undefined ? {} : { schedule }) });
  },
);

/** A run that ends by itself. */
export function finishedRunOf(asked: Asked & { readonly schedule?: ScheduleSpec }): FinishedRun {
  const run = runOf(asked);
  const { kind } = run.report.outcome;
  if (kind !== 'finished') throw new AskFailure(`the program does not end by itself (${kind})`);
  return run;
}

/** Every output that some schedule gives, without blanks at line ends and empty lines at the end. */
export const outputsOf = remembered((asked: Asked): readonly string[] => {
  const { complete, cutBy, violations, outputs } = exploreProgram(imageOf(asked), {
    args: [],
    stdin: asked.stdin,
    effort: EXPLORED_EFFORT,
  });
  const [violation] = violations;
  if (violation !== undefined)
    throw new AskFailure(`the program does not always end well: ${violation.message}`);
  if (!complete) throw new AskFailure(`the program has too many interleavings (${cutBy ?? ''})`);
  const texts = new Set(outputs.map(({ stdout }) => normalizedLines(stdout).join('\n')));
  if (texts.size > OUTPUTS_MAX)
    throw new AskFailure(`the program has ${texts.size} outputs, more than ${OUTPUTS_MAX}`);
  return [...texts].sort();
});

/** The only output that can come out. */
export function onlyOutputOf(asked: Asked): string {
  const [output, another] = outputsOf(asked);
  if (output === undefined || another !== undefined)
    throw new AskFailure('the output is not the same in all runs');
  return output;
}

/** Runs that differ as much as a few can: a tree must not depend on who runs when. */
const TREE_SCHEDULES: readonly ScheduleSpec[] = [
  { scheduler: 'rr', quantum: 1000 },
  { scheduler: 'rr', quantum: 37 },
  { scheduler: 'random', quantum: 60, seed: 1 },
  { scheduler: 'random', quantum: 20, seed: 2 },
];

export const treeOf = remembered((asked: Asked): TreeShape => {
  const [first, ...others] = TREE_SCHEDULES.map((schedule) => {
    const [root] = processTree(finishedRunOf({ ...asked, schedule }).events);
    if (root === undefined) throw new Error('a run without processes');
    return treeShape(root);
  });
  if (first === undefined) throw new Error('no schedule');
  if (others.some((other) => !sameShape(first, other)))
    throw new AskFailure('the process tree is not the same in all runs');
  return first;
});
