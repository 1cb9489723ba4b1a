/** `forkyard explore`: every schedule of a program, or a counterexample. */
import { compile } from '../compiler/compile';
import { renderDiagnostic } from '../compiler/diagnostics';
import { explainViolation, type ExplainedViolation } from '../explorer/counterexamples/explain';
import { explore } from '../explorer/explore';
import type { MachineSystem } from '../explorer/machine/machine-system';
import { judgeFairness, withFairness } from '../explorer/liveness/program-starvation';
import { markedRegions, type MarkedRegion } from '../explorer/marked-regions';
import { canPrint, type OutputAnswer } from '../explorer/possible-output';
import {
  PROPERTY_NAMES,
  propertyByName,
  type PropertyContext,
} from '../explorer/properties/by-name';
import { observeProperty } from '../explorer/properties/observe-property';
import type { Observer } from '../explorer/properties/observer';
import type { Property } from '../explorer/properties/property';
import {
  DEFAULT_KINDS,
  type Bounds,
  type ExplorationResult,
  type Output,
  type SearchMode,
  type ViolationKind,
} from '../explorer/result';
import { noneOf } from '../explorer/words/violation-kinds';
import { statusText } from '../grading/explain-run';
import { exploredMachine, exploredProgram } from '../grading/run';
import { readSource } from './read-source';
import { readProgram } from './source-files';
import { standardInput, writeAll } from './standard-streams';
import { count } from '../vm/memory-object';
import { EXIT_USAGE, UsageError } from './usage-error';

const EXIT_VIOLATED = 1;
const EXIT_BOUNDS = 3;
/** The whole graph of states is kept for it. */
const FAIRNESS_STATES_MAX = 50_000;

/** Always looked for, and what --property adds to. */
const USUAL_KINDS: readonly ViolationKind[] = [...DEFAULT_KINDS, 'abnormal-end'];

export interface ExploreFlags {
  readonly with: readonly string[];
  readonly includeFolder: readonly string[];
  readonly json?: boolean;
  readonly mode: SearchMode;
  readonly maxSchedules?: number;
  readonly preemptions?: number;
  readonly budgetSteps?: number;
  readonly property: readonly string[];
  /** A text, or @ and a file that has it. */
  readonly output?: string;
}

export function exploreCommand(file: string, args: readonly string[], flags: ExploreFlags): void {
  const files = [file, ...flags.with];
  const source = readProgram(files, flags.includeFolder);
  const { diagnostics, image } = compile(source.units, { headers: source.headers });
  if (image === null || flags.json !== true)
    for (const diagnostic of diagnostics) process.stderr.write(`${renderDiagnostic(diagnostic)}\n`);
  if (image === null) {
    if (flags.json === true) printJson({ compiled: false, diagnostics });
    process.exitCode = EXIT_USAGE;
    return;
  }
  const regions = source.units.flatMap(({ name, text }) => regionsOf(name, text));
  const asked = askedFor(flags.property, { regions, mode: flags.mode });
  const bounds: Bounds = {
    ...(flags.maxSchedules === undefined ? {} : { schedules: flags.maxSchedules }),
    ...(flags.preemptions === undefined ? {} : { preemptions: flags.preemptions }),
    ...(flags.budgetSteps === undefined ? {} : { transitions: flags.budgetSteps }),
  };
  if (flags.mode === 'traces' && flags.preemptions !== undefined)
    throw new UsageError(
      '--preemptions needs --mode states: a search of traces leaves out orders, and those that are left may be the ones with more preemptions',
    );
  const program = exploredProgram(image, args, standardInput());
  const machine = exploredMachine();
  const begun = performance.now();
  const explored = explore({
    program,
    machine,
    mode: flags.mode,
    bounds,
    kinds: asked.kinds,
    observers: [...asked.properties.map(observeProperty), ...asked.observers()],
  });
  const result = asked.fairness
    ? withFairness(
        explored,
        judgeFairness(program, machine, flags.budgetSteps ?? FAIRNESS_STATES_MAX),
      )
    : explored;
  for (const { kind, message, details } of result.violations)
    if (kind === 'invariant' && isMistake(details)) throw new UsageError(message);
  const violations = result.violations.map((found) =>
    explainViolation(found, { program, machine, timing: 'any', ...asked }),
  );
  const elapsedMs = Math.round(performance.now() - begun);
  const wanted = flags.output === undefined ? null : textOf(flags.output);
  const answer = wanted === null ? null : canPrint(result, wanted);
  if (flags.json === true) printJson(jsonResult(result, violations, answer, elapsedMs));
  else printResult(file, result, violations, answer, asked);
  process.exitCode = exitCode(result);
}

function exitCode({ verdict }: ExplorationResult): number {
  switch (verdict) {
    case 'proved':
      return 0;
    case 'refuted':
      return EXIT_VIOLATED;
    case 'no-violation-within-bounds':
      return EXIT_BOUNDS;
  }
}

/** The condition names what the program doesn't have. */
function isMistake(details: unknown): boolean {
  return (
    typeof details === 'object' &&
    details !== null &&
    'problem' in details &&
    details.problem === 'error'
  );
}

interface AskedFor {
  /** All that counts, those of `properties` and conditions too. */
  readonly checked: ReadonlySet<ViolationKind>;
  readonly kinds: ReadonlySet<ViolationKind>;
  readonly properties: readonly Property[];
  readonly observers: () => readonly Observer<MachineSystem>[];
  readonly fairness: boolean;
}

function askedFor(specs: readonly string[], context: PropertyContext): AskedFor {
  const kinds = new Set(USUAL_KINDS);
  const checked = new Set(USUAL_KINDS);
  const properties: Property[] = [];
  let fairness = false;
  const makers: (() => Observer<MachineSystem>)[] = [];
  for (const spec of specs) {
    const named = propertyByName(spec, context);
    const [name] = spec.split('=');
    const kind = PROPERTY_NAMES.find((each) => each === name);
    if (kind !== undefined) checked.add(kind);
    switch (named.kind) {
      case 'error':
        throw new UsageError(`--property ${spec}: ${named.message}`);
      case 'fairness':
        fairness = true;
        break;
      case 'ending':
        kinds.add(named.violation);
        break;
      case 'condition':
        makers.push(() => named.observer());
        break;
      case 'property':
        properties.push(named.property);
        break;
    }
  }
  return { checked, kinds, properties, observers: () => makers.map((make) => make()), fairness };
}

function regionsOf(name: string, text: string): readonly MarkedRegion[] {
  const marked = markedRegions(name, text);
  if (marked.kind === 'error') throw new UsageError(`${name}:${marked.line}: ${marked.message}`);
  return marked.regions;
}

/** `@FILE` stands for what is in the file. */
export function textOf(option: string): string {
  return option.startsWith('@') ? readSource(option.slice(1)) : option;
}

function jsonResult(
  result: ExplorationResult,
  violations: readonly ExplainedViolation[],
  answer: OutputAnswer | null,
  elapsedMs: number,
) {
  const { verdict, complete, bounds, cutBy, mode, states, schedules, blocked, transitions } =
    result;
  return {
    verdict,
    complete,
    bounds,
    cutBy,
    mode,
    states,
    schedules,
    blocked,
    transitions,
    outputs: result.outputs,
    violations: violations.map(({ kind, message, location, schedule, steps, details, story }) => ({
      kind,
      message,
      location,
      schedule,
      steps,
      details,
      story,
    })),
    ...(answer === null ? {} : { output: answer }),
    elapsedMs,
  };
}

function printResult(
  file: string,
  result: ExplorationResult,
  violations: readonly ExplainedViolation[],
  answer: OutputAnswer | null,
  { checked }: AskedFor,
): void {
  const lines = [verdictLine(result, violations, checked)];
  // After a violation the search has stopped: these are not all.
  const { outputs, complete } = result;
  if (outputs.length > 0) {
    lines.push('', complete ? `Outputs possible: ${outputs.length}` : 'Outputs found so far:');
    for (const output of outputs) lines.push(`  ${outputText(output)}`);
    if (complete && outputs.length > 1 && !checked.has('data-race'))
      lines.push(
        '  Which one depends on the schedule. --property data-race tells whether by a race.',
      );
  }
  if (answer !== null) lines.push('', ...answerLines(file, answer));
  for (const { story, schedule } of violations) {
    lines.push('');
    story.sentences.forEach((sentence, k) => lines.push(`  ${k + 1}. ${sentence}`));
    lines.push('', `  Again, step by step: npx forkyard replay ${file} --schedule "${schedule}"`);
  }
  writeAll(1, Buffer.from(`${lines.join('\n')}\n`));
}

function verdictLine(
  { verdict, cutBy, states, schedules, transitions, mode }: ExplorationResult,
  violations: readonly ExplainedViolation[],
  checked: ReadonlySet<ViolationKind>,
): string {
  const effort =
    mode === 'states'
      ? `${count(states, 'state')}, ${count(transitions, 'step')}`
      : `${count(schedules, 'execution')}, ${count(transitions, 'step')}`;
  switch (verdict) {
    case 'proved':
      return `Proved: ${noneOf(checked)} in any schedule (${effort}).`;
    case 'refuted': {
      const [first] = violations;
      const where = first?.location == null ? '' : ` (line ${first.location.line})`;
      return `Refuted: ${first?.kind ?? 'violated'}${where}, after ${effort}.`;
    }
    case 'no-violation-within-bounds':
      return `No violation within these bounds (cut by ${cutBy ?? 'a bound'}; ${effort}).`;
  }
}

function outputText({ stdout, status }: Output): string {
  return `${JSON.stringify(stdout)}${status?.kind === 'exited' && status.code === 0 ? '' : `, the first process ${statusText(status)}`}`;
}

function answerLines(file: string, answer: OutputAnswer): readonly string[] {
  switch (answer.kind) {
    case 'possible':
      return [
        `This output can happen: npx forkyard replay ${file} --schedule "${answer.schedule}"`,
      ];
    case 'unknown':
      return ['Whether this output can happen is not known: not all was explored.'];
    case 'impossible': {
      const { prefix, lines, nearest } = answer;
      const rest = nearest?.stdout.slice(prefix.length) ?? '';
      return [
        `This output can not happen. What can be printed agrees with it as far as ${JSON.stringify(prefix)}, in line ${lines + 1}.`,
        ...(nearest === null
          ? []
          : [
              rest === ''
                ? '  There the program ends.'
                : `  There follows ${JSON.stringify(rest)}.`,
            ]),
      ];
    }
  }
}

function printJson(value: unknown): void {
  writeAll(1, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}
