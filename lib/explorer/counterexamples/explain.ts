/** From what a search has found to what people are shown: the cheapest counterexample, and its story. */
import type { ExploredMachine, ExploredProgram } from '../machine/explored-program';
import { MachineSystem } from '../machine/machine-system';
import { explainedBy } from '../properties/by-name';
import { endings } from '../properties/endings';
import { observeProperty } from '../properties/observe-property';
import type { Observer } from '../properties/observer';
import type { Property } from '../properties/property';
import type { FoundViolation, ViolationKind } from '../result';
import { tellStory, type Story } from '../story/story';
import { cheapestCounterexample } from './cheapest';

export interface ExplainOptions {
  readonly program: ExploredProgram;
  readonly machine: ExploredMachine;
  readonly timing: 'any' | 'virtual';
  /** Those that the search judged by. */
  readonly properties: readonly Property[];
  /** Of what is no `Property`: conditions. Made anew for each search. */
  readonly observers?: () => readonly Observer<MachineSystem>[];
  /** Tell again what the search has found, with the names of all who are there. */
  readonly tellers?: readonly Property[];
  /** As in `MachineSystemOptions`. */
  readonly stepsIn?: ReadonlySet<string>;
  /** Of an execution in which all goes well: to compare with where none is found that differs less. */
  readonly rightSchedule?: string | null;
  /** Output so far is part of a state: for observers that judge it. */
  readonly outputs?: boolean;
  readonly preemptionsMax?: number;
  readonly transitionsMax?: number;
}

/** Those of an execution that never ends are as short as they can be already. */
const ENDLESS: ReadonlySet<ViolationKind> = new Set(['starvation', 'livelock', 'busy-wait']);

const PREEMPTIONS_MAX = 4;
const TRANSITIONS_MAX = 5_000;

export interface ExplainedViolation extends FoundViolation {
  readonly story: Story;
}

/** What was found, by a schedule as short as can be found in turn, in the words of that execution. */
export function explainViolation(
  found: FoundViolation,
  options: ExplainOptions,
): ExplainedViolation {
  const { program, machine, timing, properties, stepsIn, tellers = [] } = options;
  const own = properties.filter(({ kind }) => kind === found.kind);
  const cheapest = ENDLESS.has(found.kind)
    ? null
    : cheapestCounterexample({
        system: new MachineSystem(program, machine, {
          timing,
          outputs: options.outputs ?? false,
          ...(stepsIn === undefined ? {} : { stepsIn }),
        }),
        observers: [
          endings({ kinds: new Set([found.kind]) }),
          ...own.map(observeProperty),
          ...(options.observers?.() ?? []),
        ],
        kind: found.kind,
        preemptionsMax: options.preemptionsMax ?? PREEMPTIONS_MAX,
        transitionsMax: options.transitionsMax ?? TRANSITIONS_MAX,
      });
  const chosen: FoundViolation =
    cheapest === null
      ? found
      : { ...cheapest.violation, schedule: cheapest.schedule, steps: cheapest.cost.steps };
  const told = tellStory({
    program,
    machine,
    schedule: chosen.schedule,
    violation: chosen,
    rightSchedule: cheapest?.rightSchedule ?? options.rightSchedule ?? null,
    properties: [...own, ...tellers, ...explainedBy(found.kind)],
  });
  if (told.kind === 'misfit') throw new Error(`a counterexample does not replay: ${told.message}`);
  const { story } = told;
  return { ...chosen, ...story.violation, schedule: chosen.schedule, steps: chosen.steps, story };
}
