/**
 * The corpus: each flaw is refuted as what it shows, at a line that it marks, and its counterexample replays;
 * each sound program is proved. All are explored to their end, without bounds.
 */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile';
import { renderDiagnostic, userFile } from '../../compiler/diagnostics';
import { explore } from '../explore';
import type { ExploredProgram } from '../machine/explored-program';
import { explainedBy } from '../properties/by-name';
import { DEFAULT_KINDS, type FoundViolation, type ViolationKind } from '../result';
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
});

describe('a flaw is found, and told at its line', () => {
  it.each(flaws.map((flaw) => [flaw.name, flaw] as const))('%s', (_name, flaw) => {
    const { shows, right, here } = flaw;
    const kind = shows === null ? null : KIND_OF[shows];
    const program = explored(flaw);
    const result = explore({ program, machine, kinds: new Set(kind === null ? [] : [kind]) });
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
