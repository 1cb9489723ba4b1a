import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Signal } from '../../abi/signals';
import { runToEnd } from '../../grading/run';
import type { RunReport } from '../../kernel/report';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';
import { type Behaviour, hasGcc, nativeBehaviour } from '../testing/native';

/** The truth is Linux and gcc: same standard output, same exit status as a shell tells it. */
const programs = fileURLToPath(new URL('programs', import.meta.url));
const names = fs
  .readdirSync(programs)
  .filter((name) => name.endsWith('.c'))
  .map((name) => name.slice(0, -2));

function text(file: string): string {
  const full = path.join(programs, file);
  return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : '';
}

function simulated(name: string): Behaviour {
  const { image, diagnostics } = compile([userFile(`${name}.c`, text(`${name}.c`))]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  const { report } = runToEnd(image, { stdin: text(`${name}.in`) });
  return { status: shellStatus(report), stdout: report.stdout };
}

function shellStatus({ outcome, status }: RunReport): number {
  if (outcome.kind !== 'finished' || status === null) throw new Error(JSON.stringify(outcome));
  return status.kind === 'exited' ? status.code : 128 + Signal[status.signal];
}

function recorded(name: string): Behaviour {
  return JSON.parse(text(`${name}.gcc.json`)) as Behaviour;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-conformance-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function native(name: string): Behaviour {
  return nativeBehaviour(folder, path.join(programs, `${name}.c`), text(`${name}.in`));
}

/** `UPDATE_GOLDENS=1 npx vitest run --project unit lib/compiler/conformance/conformance.test.ts -t NAME` records. */
const recording = process.env.UPDATE_GOLDENS === '1';

// A record must be what Linux does; on a loaded machine a sleep of 10 ms may pass unseen: three runs.
describe.runIf(hasGcc)('as gcc on this machine', { retry: 2, timeout: 120_000 }, () => {
  it.each(names)('%s', (name) => {
    const behaviour = native(name);
    if (recording) {
      const file = path.join(programs, `${name}.gcc.json`);
      fs.writeFileSync(file, `${JSON.stringify(behaviour, null, 2)}\n`);
    }
    expect(behaviour).toEqual(recorded(name));
  });
});

describe('as gcc -O0 on Linux', () => {
  it('is held to at least 60 programs', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(names)('%s', (name) => {
    expect(simulated(name)).toEqual(recorded(name));
  });
});
