/** Where the machine finds a program's fault: in a run, or in some schedule of all. */
import type { SourcePosition } from '../../../kernel/events';
import { exploreProgram } from '../../exploration/explore-program';
import { DEFAULT_KINDS, type ViolationKind } from '../../../explorer/result';
import { AskFailure } from '../failure';
import { type Asked, imageOf, QUIZ_FILE, runOf } from './program-runs';
import { remembered } from './remembered';

export interface Fault {
  readonly lines: readonly number[];
  /** What the machine says of it. */
  readonly message: string;
}

const EXPLORED_KINDS: ReadonlySet<ViolationKind> = new Set([...DEFAULT_KINDS, 'leak', 'zombie']);

/** The first that a run finds. */
export const faultOfRun = remembered((asked: Asked): Fault => {
  const [finding] = runOf(asked).report.findings;
  if (finding === undefined) throw new AskFailure('the run finds no fault');
  return faultAt(finding.at, finding.message);
});

/** The first that exploring finds: a fault that only some schedules show. */
export const faultOfExploring = remembered((asked: Asked): Fault => {
  const { violations } = exploreProgram(
    imageOf(asked),
    { args: [], stdin: asked.stdin },
    { kinds: EXPLORED_KINDS, outputs: false },
  );
  const [violation] = violations;
  if (violation === undefined) throw new AskFailure('exploring finds no fault');
  return faultAt(violation.location, violation.message);
});

function faultAt(at: SourcePosition | null, message: string): Fault {
  if (at?.file !== QUIZ_FILE)
    throw new AskFailure(`the fault has no line in the program: ${message}`);
  return { lines: [at.line], message };
}
