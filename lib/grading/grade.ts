/**
 * Grades one source against one exercise: compile, run each run under each of its schedules, explore those
 * that checks want explored, judge each check. A function of the source and the exercise and nothing else.
 */
import type { ProgramImage } from '../abi/image';
import { assertNever } from '../abi/assert-never';
import { encodeUtf8 } from '../abi/utf8';
import { compile } from '../compiler/compile';
import { type Diagnostic, userFile } from '../compiler/diagnostics';
import { Machine } from '../kernel/machine';
import type { Budgets } from '../kernel/report';
import { judgeAddresses } from './checks/addresses';
import { judgeAllEnd } from './checks/all-end';
import { judgeCalls } from './checks/calls';
import {
  type CheckFailure,
  type CheckOutcome,
  failed,
  type FinishedCheckRun,
  passed,
  STUDENT_FILE,
} from './checks/check';
import { judgeEndings } from './checks/endings';
import { judgeExitStatus } from './checks/exit-status';
import { judgeNoLeftovers } from './checks/no-leftovers';
import { judgeNoMemoryErrors } from './checks/no-memory-errors';
import { judgeNoZombies } from './checks/no-zombies';
import { judgeOrphans } from './checks/orphans';
import { judgeOutput } from './checks/output';
import { judgeProcessCount } from './checks/process-count';
import { judgeProcessTree } from './checks/process-tree';
import type { Check, ExerciseDefinition, RunSpec } from './exercise';
import { defaultRun } from './default-run';
import { outcomeText } from './explain-run';
import { runToEnd } from './run';
import { type ScheduleSpec, scheduleText } from './schedule-spec';
import { type ExplorationCheck, isExplorationCheck } from './exploration/exploration-check';
import { type ExploredRun, exploreRun } from './exploration/explore-run';
import { counterexampleOf } from './exploration/counterexample';
import { nearestTo } from './exploration/nearest';
import { judgeExploration } from './exploration/judge';
import type { CheckResult, Evidence, Verdict } from './verdict';

/** Larger sources are not compiled. The database holds sources to the same limit. */
export const SOURCE_BYTES_MAX = 64 * 1024;

/** Of each run. A fork tree needs some thousand instructions, a bounded buffer some hundred thousand. */
const runBudgets: Partial<Budgets> = { instructionsMax: 50_000_000, outputBytesMax: 256 * 1024 };

/** What grading needs of an exercise; a browser has the visible part of it. */
export interface Gradable {
  readonly checks: readonly Check[];
  readonly runs: Readonly<Record<string, RunSpec>>;
}

export function grade({ manifest }: ExerciseDefinition, source: string): Verdict {
  return gradeChecks(manifest, source);
}

/** As `grade`, with some of an exercise's checks: what Run in the browser does. */
export function gradeChecks({ checks, runs }: Gradable, source: string): Verdict {
  // Many programs are graded one after the other.
  Machine.rehearse();
  const compiled = compileSource(source);
  if (compiled.kind === 'refused') return refusal(checks, compiled);
  const finished = new Map<string, readonly FinishedCheckRun[]>();
  const runsOf = (name: string): readonly FinishedCheckRun[] => {
    const known = finished.get(name);
    if (known !== undefined) return known;
    // Only a whole trace has system calls.
    const trace = checks.some(({ kind, run }) => kind === 'calls' && run === name)
      ? 'full'
      : 'checks';
    const made = performRuns(compiled.image, runs[name] ?? defaultRun, trace);
    finished.set(name, made);
    return made;
  };
  const exploring = checks.filter(isExplorationCheck);
  const explored = new Map<string, ExploredRun>();
  const explorationOf = (name: string): ExploredRun => {
    const known = explored.get(name);
    if (known !== undefined) return known;
    const asked = exploring.filter(({ run }) => run === name);
    const made = exploreRun(compiled.image, runs[name] ?? defaultRun, asked);
    explored.set(name, made);
    return made;
  };
  const results = checks.map((check) =>
    isExplorationCheck(check)
      ? explorationResult(compiled.image, check, explorationOf(check.run))
      : result(check, runsOf(check.run)),
  );
  return {
    version: 1,
    points: sum(results.map(({ points }) => points)),
    pointsMax: sum(checks.map(({ points }) => points)),
    diagnostics: compiled.diagnostics,
    checks: results,
    instructions: sum([...finished.values()].flat().map(({ report }) => report.instructions)),
  };
}

/** Judged by running the program under some schedules. */
type RunCheck = Exclude<Check, ExplorationCheck>;

type Compiled =
  | {
      readonly kind: 'compiled';
      readonly image: ProgramImage;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly line: number | null;
      readonly diagnostics: readonly Diagnostic[];
    };

function compileSource(source: string): Compiled {
  const bytes = encodeUtf8(source).length;
  if (bytes > SOURCE_BYTES_MAX) {
    const reason = `The source is ${Math.ceil(bytes / 1024)} KB long; at most ${SOURCE_BYTES_MAX / 1024} KB are accepted.`;
    return { kind: 'refused', reason, line: null, diagnostics: [] };
  }
  const { image, diagnostics } = compile([userFile(STUDENT_FILE, source)]);
  if (image !== null) return { kind: 'compiled', image, diagnostics };
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const reason =
    first === undefined
      ? 'The program does not compile.'
      : `${sentence(first.message)}${first.hint === undefined ? '' : ` Try: ${first.hint}`}`;
  return { kind: 'refused', reason, line: first?.line ?? null, diagnostics };
}

function refusal(
  checks: readonly Check[],
  { reason, line, diagnostics }: Compiled & { kind: 'refused' },
): Verdict {
  return {
    version: 1,
    points: 0,
    pointsMax: sum(checks.map(({ points }) => points)),
    diagnostics,
    checks: checks.map((check) => ({
      ...titled(check),
      status: check.kind === 'compiles' ? 'failed' : 'not-run',
      points: 0,
      explanation:
        check.kind === 'compiles' ? reason : 'Not judged yet: the program has to compile first.',
      line: check.kind === 'compiles' ? line : null,
      evidence: null,
    })),
    instructions: 0,
  };
}

/** A run that does not end by itself is enough evidence: the schedules after it are not tried. */
function performRuns(
  image: ProgramImage,
  { args, stdin, schedules }: RunSpec,
  trace: 'full' | 'checks',
): readonly FinishedCheckRun[] {
  const made: FinishedCheckRun[] = [];
  for (const schedule of schedules) {
    const { report, events } = runToEnd(image, {
      args,
      stdin,
      schedule,
      trace,
      budgets: runBudgets,
    });
    made.push({ image, args, stdin, schedule, report, events });
    if (report.outcome.kind !== 'finished') break;
  }
  return made;
}

export function explorationResult(
  image: ProgramImage,
  check: ExplorationCheck,
  explored: ExploredRun,
): CheckResult {
  const outcome = judgeExploration(check, explored);
  if (outcome.kind === 'passed')
    return {
      ...titled(check),
      status: 'passed',
      points: check.points,
      explanation: outcome.explanation,
      line: null,
      evidence: null,
      claim: outcome.claim,
    };
  const { failure, violation } = outcome;
  const example = !check.visible
    ? null
    : violation === null
      ? nearestTo(check, image, explored)
      : counterexampleOf(check, violation, image, explored);
  if (example === null) return { ...failedResult(check, failure, null, []), claim: 'refuted' };
  const { args, stdin } = explored;
  const { schedule, story, line, actual } = example;
  // The story has it all, but what it can't know: how it is in other orders, and what is asked for.
  const { detail, ...rest } = failure;
  const keepsDetail = check.kind === 'outputs' || violation === null;
  const told = keepsDetail ? { ...rest, detail: detail ?? null } : rest;
  const run = { args, stdin, schedule: recorded(schedule) };
  const failed = failedResult(check, { ...told, line, ...actual }, run, []);
  return {
    ...failed,
    evidence: failed.evidence && { ...failed.evidence, story },
    claim: 'refuted',
  };
}

function recorded(choices: string): ScheduleSpec {
  return { scheduler: 'recorded', choices };
}

function result(check: RunCheck, runs: readonly FinishedCheckRun[]): CheckResult {
  for (const run of runs) {
    const outcome = judge(check, run);
    if (outcome.kind === 'failed') return failure(check, outcome, run, runs.length > 1);
  }
  return {
    ...titled(check),
    status: 'passed',
    points: check.points,
    explanation:
      runs.length > 1 && check.kind !== 'compiles' ? `Holds in all ${runs.length} runs.` : '',
    line: null,
    evidence: null,
  };
}

function failure(
  check: RunCheck,
  outcome: CheckFailure,
  { args, stdin, schedule }: FinishedCheckRun,
  several: boolean,
): CheckResult {
  const seen = several ? [`Seen with the schedule “${scheduleText(schedule)}”.`] : [];
  return failedResult(check, outcome, { args, stdin, schedule }, seen);
}

function failedResult(
  check: Check,
  outcome: CheckFailure,
  run: Evidence['run'],
  more: readonly string[],
): CheckResult {
  const { summary, detail, line = null, expected = null, actual = null } = outcome;
  const sentences = [
    summary,
    ...(check.visible && detail != null ? [detail] : []),
    ...more,
    ...(check.hint === undefined ? [] : [check.hint]),
  ];
  return {
    ...titled(check),
    status: 'failed',
    points: 0,
    explanation: sentences.join(' '),
    line,
    evidence: check.visible ? { run, expected, actual } : null,
  };
}

function titled({ id, kind, title, visible, points }: Check) {
  return { id, kind, title, visible, pointsMax: points };
}

/** What a process had printed when its run was stopped says nothing about what it would have printed. */
function judge(check: RunCheck, run: FinishedCheckRun): CheckOutcome {
  switch (check.kind) {
    case 'compiles':
      return passed;
    case 'all-end':
      return judgeAllEnd(check, run);
    case 'no-memory-errors':
      return judgeNoMemoryErrors(check, run);
    case 'output':
      return unlessStopped(run) ?? judgeOutput(check, run);
    case 'exit-status':
      return unlessStopped(run) ?? judgeExitStatus(check, run);
    case 'process-count':
      return unlessStopped(run) ?? judgeProcessCount(check, run);
    case 'endings':
      return unlessStopped(run) ?? judgeEndings(check, run);
    case 'orphans':
      return unlessStopped(run) ?? judgeOrphans(check, run);
    case 'calls':
      return unlessStopped(run) ?? judgeCalls(check, run);
    case 'addresses':
      return unlessStopped(run) ?? judgeAddresses(check, run);
    case 'process-tree':
      return unlessStopped(run) ?? judgeProcessTree(check, run);
    case 'no-zombies':
      return unlessStopped(run) ?? judgeNoZombies(check, run);
    case 'no-leftovers':
      return unlessStopped(run) ?? judgeNoLeftovers(check, run);
    default:
      return assertNever(check);
  }
}

function unlessStopped({ report }: FinishedCheckRun): CheckFailure | null {
  const problem = outcomeText(report.outcome);
  return problem === null
    ? null
    : failed(`Could not be judged, because the run did not end. ${problem}`);
}

/** The compiler's messages begin small and have no full stop: they follow a place. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
