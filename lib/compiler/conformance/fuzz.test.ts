import fs from 'node:fs';
import { expect, test } from 'vitest';
import { runToEnd } from '../../grading/run';
import { compile } from '../compile';
import { userFile } from '../diagnostics';
import { mutated, noise, slightlyMutated } from '../testing/mutation';
import { caseRandom, type Random } from '../testing/random';
import { verify } from '../verify';

/**
 * The compiler and the machine against programs that nobody would write. All of it:
 * FORKYARD_FUZZ_INPUTS=100000 FORKYARD_FUZZ_RUNS=10000 npx vitest run --project unit lib/compiler/conformance/fuzz.test.ts
 */
const inputs = Number(process.env.FORKYARD_FUZZ_INPUTS ?? 400);
const runs = Number(process.env.FORKYARD_FUZZ_RUNS ?? 60);
const firstSeed = Number(process.env.FORKYARD_FUZZ_SEED ?? 1);

/** Even here, on a busy machine. */
const COMPILE_MS_MAX = 10_000;
const RUN_MS_MAX = 30_000;
const GROWTH_BYTES_MAX = 300 * 1024 * 1024;
const BUDGETS = { instructionsMax: 2_000_000, memoryBytesMax: 1 << 24, outputBytesMax: 1 << 16 };

const PROGRAMS = sources('programs/', '.c');
const MISTAKES = [
  ...sources('../testing/diagnostics/', '.golden'),
  ...sources('../check/testdata/diagnostics/', '.txt'),
];

function sources(folder: string, ending: string): readonly string[] {
  const directory = new URL(folder, import.meta.url);
  return fs
    .readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .map((name) => fs.readFileSync(new URL(name, directory), 'utf8').split('\n--------')[0] ?? '');
}

function input(random: Random): string {
  switch (random.below(6)) {
    case 0:
      return noise(random);
    case 1:
      return mutated(random.pick(PROGRAMS), random);
    case 2:
      return random.pick(PROGRAMS).slice(0, random.below(2000));
    default:
      return mutated(random.pick(MISTAKES), random);
  }
}

/** Live bytes may not grow from the first tenth of the cases to the last. */
class Growth {
  readonly #total: number;
  readonly #least = [Infinity, Infinity];

  constructor(total: number) {
    this.#total = total;
  }

  after(done: number): void {
    const tenth = this.#total / 10;
    const window = done > 2 * tenth && done < 3 * tenth ? 0 : done > 9 * tenth ? 1 : null;
    if (window === null) return;
    this.#least[window] = Math.min(this.#least[window] ?? Infinity, process.memoryUsage().heapUsed);
  }

  get bytes(): number {
    const [early = 0, late = 0] = this.#least;
    return late - early;
  }
}

function within<T>(msMax: number, source: string, action: () => T): T {
  const start = performance.now();
  let result: T;
  try {
    result = action();
  } catch (cause) {
    throw new Error(`an exception at:\n${source}`, { cause });
  }
  const ms = performance.now() - start;
  if (ms > msMax) throw new Error(`${ms.toFixed(0)} ms for:\n${source}`);
  return result;
}

test('the compiler answers any text with an image or a diagnostic', { timeout: 7_200_000 }, () => {
  const growth = new Growth(inputs);
  for (let k = 0; k < inputs; k += 1) {
    const source = input(caseRandom(10, firstSeed + k));
    const { image, diagnostics } = within(COMPILE_MS_MAX, source, () =>
      compile([userFile('fuzz.c', source)]),
    );
    if (image === null) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    else if (k % 16 === 0) expect(verify(image)).toEqual([]);
    growth.after(k);
  }
  expect(growth.bytes).toBeLessThan(GROWTH_BYTES_MAX);
});

test('the machine ends any program that compiles', { timeout: 7_200_000 }, () => {
  const growth = new Growth(runs);
  let run = 0;
  for (let k = 0; run < runs && k < 20 * runs; k += 1) {
    const random = caseRandom(11, firstSeed + k);
    let source = random.pick(PROGRAMS);
    for (let times = random.between(1, 3); times > 0; times -= 1) {
      source = slightlyMutated(source, random);
    }
    const { image } = within(COMPILE_MS_MAX, source, () => compile([userFile('fuzz.c', source)]));
    if (image === null) continue;
    run += 1;
    const { report } = within(RUN_MS_MAX, source, () =>
      runToEnd(image, { budgets: BUDGETS, stdin: 'some input 1 2 3\n' }),
    );
    expect(report.outcome.kind).not.toBe('');
    growth.after(run);
  }
  expect(run).toBe(runs);
  expect(growth.bytes).toBeLessThan(GROWTH_BYTES_MAX);
});
