import { describe, expect, it } from 'vitest';
import { explore } from '../explore';
import type { ExploredProgram } from '../machine/explored-program';
import type { MachineSystem } from '../machine/machine-system';
import type { Observer } from '../properties/observer';
import { observeProperty } from '../properties/observe-property';
import { lockOrder } from '../properties/lock-order';
import { lostWakeup } from '../properties/lost-wakeup';
import { DEFAULT_KINDS, type FoundViolation } from '../result';
import type { Search } from '../search';
import { searchStates } from '../states/state-search';
import { exploredMachine, programOf } from '../testing/c-program';
import { randomProgram } from '../testing/random-programs';
import { searchTraces } from '../traces/trace-search';
import { searchPlain } from './plain-search';

/** Programs compared; more, and others, by FORKYARD_COMPARISONS=COUNT and FORKYARD_FIRST_SEED. */
const COUNT = Number(process.env.FORKYARD_COMPARISONS ?? 200);
const FIRST = Number(process.env.FORKYARD_FIRST_SEED ?? 0);
/** Of the search of all interleavings; programs that need more are left out. */
const TRANSITIONS_MAX = 1200;

/** `search`: in place of that of mode states, which explores persistent sets. */
function found(
  program: ExploredProgram,
  search: Search<MachineSystem> | null,
  transitions: number,
) {
  const ends = new Set<string>();
  const result = explore({
    program,
    machine: exploredMachine,
    ...(search === null ? {} : { search }),
    bounds: { transitions },
    kinds: new Set([...DEFAULT_KINDS, 'abnormal-end', 'zombie', 'leftover']),
    observers: [
      collecting(ends),
      ...[lockOrder(), lostWakeup()].map((property) => observeProperty(property)),
    ],
    violationsMax: Infinity,
    wants: ({ kind, message }, before) =>
      !before.some((each) => each.kind === kind && each.message === message),
  });
  const { complete, outputs, violations } = result;
  return {
    complete,
    ends: [...ends].sort(),
    outputs: outputs.map(({ stdout, status }) => JSON.stringify([stdout, status])).sort(),
    violations: [...new Set(violations.map(told))].sort(),
  };
}

/** The states in which executions end. */
function collecting(ends: Set<string>): Observer<MachineSystem> {
  return {
    name: 'ends',
    needs: 'executions',
    begin() {
      ends.clear();
      return [];
    },
    after: () => [],
    ended(system, end) {
      ends.add(`${end} ${system.stateKey()}`);
      return [];
    },
    snapshot: () => null,
    restore: () => undefined,
    key: () => '',
  };
}

/** Sleep sets alone: what mode states does for properties of which it has to see every state. */
const searchAllStates: Search<MachineSystem> = (system, options) => searchStates(system, options);

/** Which of several lost wake-ups is told is no part of states: decision 067. */
function told({ kind, message }: FoundViolation): string {
  return kind === 'lost-wakeup' ? kind : `${kind}: ${message}`;
}

describe('the searches', () => {
  it('find in small programs what all interleavings show', { timeout: 3_600_000 }, () => {
    let compared = 0;
    let deadlocks = 0;
    let several = 0;
    for (let seed = FIRST; compared < COUNT; seed++) {
      const { source } = randomProgram(seed);
      const program = programOf(source);
      const plain = found(program, searchPlain, TRANSITIONS_MAX);
      if (!plain.complete) continue;
      compared++;
      if (plain.outputs.length > 1) several++;
      if (plain.ends.some((end) => end.startsWith('deadlock'))) deadlocks++;
      for (const search of [null, searchAllStates, searchTraces])
        expect({ seed, source, ...found(program, search, Infinity) }).toEqual({
          seed,
          source,
          ...plain,
        });
    }
    expect(deadlocks).toBeGreaterThan(COUNT / 20);
    expect(several).toBeGreaterThan(COUNT / 4);
  });
});
