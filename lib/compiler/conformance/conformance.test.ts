import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

describe('as gcc -O0 on Linux', () => {
  it('is held to at least 60 programs', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(names)('%s', (name) => {
    expect(simulated(name)).toEqual(recorded(name));
  });
});

describe.runIf(hasGcc)('as gcc on this machine', () => {
  it.each(names)('%s', (name) => {
    expect(native(name)).toEqual(recorded(name));
  });
});
