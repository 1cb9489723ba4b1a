import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runToEnd } from '../../grading/run';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { randomProgram } from '../testing/random-program';
import { verify } from '../verify';

/** Programs compared with gcc here; more with FORKYARD_RANDOM_PROGRAMS=600. */
const count = Number(process.env.FORKYARD_RANDOM_PROGRAMS ?? 25);
const firstSeed = Number(process.env.FORKYARD_RANDOM_SEED ?? 1);
const seeds = Array.from({ length: count }, (_, k) => firstSeed + k);

const hasGcc =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  spawnSync('gcc', ['--version']).status === 0;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-random-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function native(source: string): string {
  const file = path.join(folder, 'random.c');
  const binary = path.join(folder, 'random');
  fs.writeFileSync(file, source);
  const gcc = spawnSync('gcc', ['-O0', '-w', '-o', binary, file], { encoding: 'utf8' });
  if (gcc.status !== 0) throw new Error(gcc.stderr);
  return spawnSync(binary, [], { encoding: 'utf8' }).stdout;
}

describe.runIf(hasGcc)('random programs', () => {
  it.each(seeds)('print what gcc makes them print: seed %i', (seed) => {
    const source = randomProgram(seed);
    const { image, diagnostics } = compile([userFile('random.c', source)]);
    if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
    expect(verify(image)).toEqual([]);
    const { report } = runToEnd(image);
    expect(report.stdout).toBe(native(source));
    expect(report.findings).toEqual([]);
  });
});
