import { spawnSync } from 'node:child_process';
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

/** The truth is Linux and gcc: same standard output, same exit status as a shell tells it. */
const programs = fileURLToPath(new URL('programs', import.meta.url));
const names = fs
  .readdirSync(programs)
  .filter((name) => name.endsWith('.c'))
  .map((name) => name.slice(0, -2));

interface Behaviour {
  readonly status: number;
  readonly stdout: string;
}

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
  const binary = path.join(folder, name);
  const compiler = ['-std=gnu11', '-O0', '-w', '-o', binary, path.join(programs, `${name}.c`)];
  const gcc = spawnSync('gcc', [...compiler, '-lm', '-lpthread', '-latomic'], { encoding: 'utf8' });
  if (gcc.status !== 0) throw new Error(gcc.stderr);
  const run = spawnSync(binary, [], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/bin:/usr/bin', NODE_ENV: 'test' },
    input: text(`${name}.in`),
    timeout: 20_000,
  });
  const status = run.status ?? (run.signal === null ? -1 : 128 + os.constants.signals[run.signal]);
  return { status, stdout: run.stdout };
}

describe('as gcc -O0 on Linux', () => {
  it('is held to at least 60 programs', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  it.each(names)('%s', (name) => {
    expect(simulated(name)).toEqual(recorded(name));
  });
});

const hasGcc =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  spawnSync('gcc', ['--version']).status === 0;

describe.runIf(hasGcc)('as gcc on this machine', () => {
  it.each(names)('%s', (name) => {
    expect(native(name)).toEqual(recorded(name));
  });
});
