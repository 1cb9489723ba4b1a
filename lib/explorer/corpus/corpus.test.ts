/**
 * The corpus: each flaw is refuted as what it shows, at a line that it marks, and its counterexample replays;
 * each sound program is proved. All are explored to their end, without bounds. With UPDATE_FLAWS set, the
 * table of docs/flaws.md is written anew.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from '../../compiler/compile';
import { renderDiagnostic, userFile } from '../../compiler/diagnostics';
import { explore } from '../explore';
import type { ExploredProgram } from '../machine/explored-program';
import { explainedBy } from '../properties/by-name';
import {
  DEFAULT_KINDS,
  type ExplorationResult,
  type FoundViolation,
  type ViolationKind,
} from '../result';
import { tellStory, type Story } from '../story/story';
import { exploredMachine as machine } from '../testing/c-program';

type Symptom = 'assert' | 'deadlock' | 'leftover' | 'livelock' | 'memory' | 'output' | 'zombie';

/** What the search says; null: a wrong output, of which only the program's author knows that it is wrong. */
const KIND_OF: Readonly<Record<Symptom, ViolationKind | null>> = {
  assert: 'assertion',
  deadlock: 'deadlock',
  leftover: 'leftover',
  livelock: 'livelock',
  memory: 'memory-error',
  output: null,
  zombie: 'zombie',
};

interface CorpusProgram {
  readonly name: string;
  readonly source: string;
  /** Null: nothing. */
  readonly shows: Symptom | null;
  /** Null: any. */
  readonly right: readonly string[] | null;
  /** Lines with a mark, counted from 1. */
  readonly here: readonly number[];
}

function programs(kind: 'flaws' | 'sound'): readonly CorpusProgram[] {
  const folder = path.join(import.meta.dirname, kind);
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => corpusProgram(name, fs.readFileSync(path.join(folder, name), 'utf8')));
}

function corpusProgram(name: string, source: string): CorpusProgram {
  const shows = /^ \* shows: (.*)$/m.exec(source)?.[1] ?? null;
  if (shows !== null && !isSymptom(shows)) throw new Error(`${name}: shows ${shows}?`);
  const right = /^ \* right: (.*)$/m.exec(source)?.[1];
  return {
    name,
    source,
    shows,
    right:
      right === undefined ? null : right.split(' or ').map((text) => text.replaceAll('\\n', '\n')),
    here: source.split('\n').flatMap((line, k) => (line.includes('/* here */') ? [k + 1] : [])),
  };
}

function isSymptom(text: string): text is Symptom {
  return text in KIND_OF;
}

function explored({ name, source }: CorpusProgram): ExploredProgram {
  const { image, diagnostics } = compile([userFile(name, source)]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  return { image, argv: [`./${name}`], env: [], input: new Uint8Array(0) };
}

function storyOf(
  program: ExploredProgram,
  schedule: string,
  violation: FoundViolation | null,
): Story {
  const properties = violation === null ? [] : explainedBy(violation.kind);
  const told = tellStory({ program, machine, schedule, violation, properties });
  if (told.kind === 'misfit') throw new Error(told.message);
  return told.story;
}

const flaws = programs('flaws');
const sound = programs('sound');

const rate = z.object({
  runs: z.number(),
  failures: z.number(),
  /** Of what was measured: the beginning of its hash. */
  source: z.string(),
});
const { programs: rates, machine: measuredOn } = z
  .object({
    machine: z.string(),
    programs: z.record(z.string(), z.object({ quiet: rate, loaded: rate.optional() })),
  })
  .parse(JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'native-rates.json'), 'utf8')));

function rateOf({ name }: CorpusProgram) {
  const found = rates[name.replace(/\.c$/, '')];
  if (found === undefined) throw new Error(`${name} was not measured natively`);
  return found;
}

/** By name: the row of docs/flaws.md. */
const rows = new Map<string, string>();

function noteRow(
  flaw: CorpusProgram,
  found: ViolationKind | 'wrong output',
  { schedules, states }: ExplorationResult,
  ms: number,
): void {
  const { quiet, loaded } = rateOf(flaw);
  const per = (one: typeof loaded): string =>
    one === undefined ? '-' : `${one.failures} of ${one.runs}`;
  const figures = [per(quiet), per(loaded), found, schedules, states, ms.toFixed(0)];
  rows.set(flaw.name, `| ${flaw.name.replace(/\.c$/, '')} | ${figures.join(' | ')} |`);
}

afterAll(() => {
  if (process.env.UPDATE_FLAWS === undefined || rows.size < flaws.length) return;
  const file = path.join(import.meta.dirname, '../../../docs/flaws.md');
  const [before = ''] = fs.readFileSync(file, 'utf8').split('| flaw ');
  const head =
    '| flaw | natively, quiet | loaded | found as | schedules | states | ms |\n| - | -: | -: | - | -: | -: | -: |\n';
  fs.writeFileSync(file, `${before}${head}${[...rows.values()].sort().join('\n')}\n`);
});

describe('the corpus of concurrent programs', () => {
  it('has more than a hundred flaws, each with a symptom and a place, and as many sound programs', () => {
    expect(flaws.length).toBeGreaterThanOrEqual(100);
    expect(sound.length).toBeGreaterThanOrEqual(100);
    for (const { name, shows, right, here } of flaws) {
      expect(shows, name).not.toBeNull();
      if (shows === 'output') expect(right, name).not.toBeNull();
      else expect(here, name).not.toEqual([]);
    }
  });

  it('was measured natively as it is: a hundred flaws and more never show in 1,000 runs', () => {
    expect(measuredOn).not.toBe('');
    for (const flaw of flaws) {
      const { quiet } = rateOf(flaw);
      const hash = createHash('sha256').update(flaw.source).digest('hex');
      expect(hash.startsWith(quiet.source), `${flaw.name} was changed since`).toBe(true);
      expect(quiet.runs).toBeGreaterThanOrEqual(1000);
    }
    const never = flaws.filter((flaw) => rateOf(flaw).quiet.failures === 0);
    expect(never.length).toBeGreaterThanOrEqual(100);
  });
});

describe('a flaw is found, and told at its line', () => {
  it.each(flaws.map((flaw) => [flaw.name, flaw] as const))('%s', (_name, flaw) => {
    const { shows, right, here } = flaw;
    const kind = shows === null ? null : KIND_OF[shows];
    const program = explored(flaw);
    const begun = performance.now();
    const result = explore({ program, machine, kinds: new Set(kind === null ? [] : [kind]) });
    noteRow(flaw, kind ?? 'wrong output', result, performance.now() - begun);
    if (kind === null) {
      const wrong = result.outputs.find(({ stdout }) => right?.includes(stdout) === false);
      if (wrong === undefined) throw new Error('all its outputs are right');
      expect(result.verdict).toBe('proved');
      storyOf(program, wrong.schedule, null);
      return;
    }
    expect(result.verdict).toBe('refuted');
    const [found] = result.violations;
    if (found === undefined) throw new Error('nothing is violated');
    expect(found.kind).toBe(kind);
    const { violation } = storyOf(program, found.schedule, found);
    const line = violation?.location?.line;
    // What is left over at the end is at no line.
    if (kind !== 'zombie' && kind !== 'leftover') expect(here).toContain(line);
  });
});

describe('a sound program is proved', () => {
  it.each(sound.map((program) => [program.name, program] as const))('%s', (_name, program) => {
    const { verdict, violations, outputs } = explore({
      program: explored(program),
      machine,
      kinds: new Set([...DEFAULT_KINDS, 'zombie', 'leftover']),
    });
    expect({ verdict, violations }).toEqual({ verdict: 'proved', violations: [] });
    const { right } = program;
    if (right !== null) for (const { stdout } of outputs) expect(right).toContain(stdout);
  });
});
