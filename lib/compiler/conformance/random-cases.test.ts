import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runToEnd } from '../../grading/run';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { hasGcc, nativeOutput } from '../testing/native';
import { CASE_KINDS, type CaseKind, caseProgram } from '../testing/random-cases';

/**
 * Cases of each kind that are compared with gcc here; all of them with
 * FORKYARD_RANDOM_CASES=10000 npx vitest run --project unit lib/compiler/conformance/random-cases.test.ts
 */
const count = Number(process.env.FORKYARD_RANDOM_CASES ?? 100);
const firstSeed = Number(process.env.FORKYARD_RANDOM_SEED ?? 1);
const BATCH: Readonly<Record<CaseKind, number>> = {
  expressions: 200,
  declarations: 100,
  'control flow': 200,
  'process trees': 50,
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-random-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function simulated(source: string): string {
  const { image, diagnostics } = compile([userFile('cases.c', source)]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  const { report } = runToEnd(image, { budgets: { outputBytesMax: 1 << 24 } });
  if (report.outcome.kind !== 'finished') throw new Error(JSON.stringify(report.outcome));
  return report.stdout;
}

/** What each case printed. */
function cases(output: string): readonly string[] {
  return output.split(/^(?=case \d+$)/m);
}

describe.runIf(hasGcc).each(CASE_KINDS)('random %s', (kind) => {
  const batches = Array.from({ length: Math.ceil(count / BATCH[kind]) }, (_, k) => k * BATCH[kind]);
  it.each(batches)(
    'print what gcc makes them print: from seed %i on',
    { timeout: 300_000 },
    (from) => {
      const source = caseProgram(kind, firstSeed + from, Math.min(BATCH[kind], count - from));
      expect(cases(simulated(source))).toEqual(cases(nativeOutput(folder, source)));
    },
  );
});
