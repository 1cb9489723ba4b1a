import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runToEnd } from '../../grading/run';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { hasGcc, nativeOutput } from '../testing/native';
import { randomProgram } from '../testing/random-program';
import { verify } from '../verify';

/** Programs compared with gcc here; more with FORKYARD_RANDOM_PROGRAMS=600. */
const count = Number(process.env.FORKYARD_RANDOM_PROGRAMS ?? 25);
const firstSeed = Number(process.env.FORKYARD_RANDOM_SEED ?? 1);
const seeds = Array.from({ length: count }, (_, k) => firstSeed + k);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-random-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe.runIf(hasGcc)('random programs', () => {
  it.each(seeds)('print what gcc makes them print: seed %i', (seed) => {
    const source = randomProgram(seed);
    const { image, diagnostics } = compile([userFile('random.c', source)]);
    if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
    expect(verify(image)).toEqual([]);
    const { report } = runToEnd(image);
    expect(report.stdout).toBe(nativeOutput(folder, source));
    expect(report.findings).toEqual([]);
  });
});
