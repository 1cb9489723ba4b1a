import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../grading/run';
import type { Finding } from '../../kernel/events';
import { findingText } from '../../kernel/findings';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';

/** Programs with one planted error each: `// ERROR: kind` stands on its line, `// INPUT: text` anywhere. */
const programs = fileURLToPath(new URL('programs', import.meta.url));

function findingsOf(file: string): readonly Finding[] {
  const text = fs.readFileSync(file, 'utf8');
  const { image, diagnostics } = compile([userFile(path.basename(file), text)]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  const input = /\/\/ INPUT: (.*)/.exec(text)?.[1];
  const given = file.replace(/\.c$/, '.in');
  const stdin =
    input === undefined
      ? fs.existsSync(given)
        ? fs.readFileSync(given, 'utf8')
        : ''
      : `${input}\n`;
  return runToEnd(image, { stdin }).report.findings;
}

function named(folder: string): readonly string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.c'))
    .map((name) => name.slice(0, -2));
}

describe('an error is found at its line, and nothing else', () => {
  it('in at least 60 programs', () => {
    expect(named(programs).length).toBeGreaterThanOrEqual(60);
  });

  it.each(named(programs))('%s', async (name) => {
    const file = path.join(programs, `${name}.c`);
    const planted = fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, k) => {
        const kind = /\/\/ ERROR: ([a-z-]+)/.exec(text)?.[1];
        return kind === undefined ? [] : [{ kind, line: k + 1 }];
      });
    const findings = findingsOf(file);
    expect(findings.map(({ kind, at }) => ({ kind, line: at?.line }))).toEqual(planted);
    expect(planted).toHaveLength(1);
    await expect(`${findings.map(findingText).join('\n')}\n`).toMatchFileSnapshot(
      path.join(programs, `${name}.txt`),
    );
  });
});

/** Correct programs, some close to an error: nothing may be found in them. */
const correct = fileURLToPath(new URL('correct', import.meta.url));
const conformance = fileURLToPath(new URL('../conformance/programs', import.meta.url));
const kernelPrograms = fileURLToPath(new URL('../../kernel/testing/programs', import.meta.url));

/** Programs of other tests in which something is to be found, and why. */
const WRONG_ON_PURPOSE: Readonly<Record<string, string>> = {
  'scanf.c': 'prints an array that a failed scanf left unset',
  'stdio-files.c': 'prints the number that fscanf sets in the same call, in an order C leaves open',
  'zombies-orphans.c': 'prints the status that waitpid sets in the same call',
  'resource-limits.c': 'prints the times that times() sets in the same call',
};

describe('nothing is found in correct programs', () => {
  it.each(named(correct))('%s', (name) => {
    expect(findingsOf(path.join(correct, `${name}.c`)).map(findingText)).toEqual([]);
  });

  const others = [conformance, kernelPrograms].flatMap((folder) =>
    named(folder).map((name) => path.join(folder, `${name}.c`)),
  );
  it('of at least 200', () => {
    expect(named(correct).length + others.length).toBeGreaterThanOrEqual(200);
  });

  const honest = others.filter((file) => WRONG_ON_PURPOSE[path.basename(file)] === undefined);
  it.each(honest.map((file) => [path.basename(file), file] as const))('%s', (_, file) => {
    // Many leave memory to the end of the process, which is found, and true. Those that die do so
    // under gcc, too: that is what the conformance tests compare.
    const found = findingsOf(file).filter(({ kind, fatal }) => kind !== 'leak' && !fatal);
    expect(found.map(findingText)).toEqual([]);
  });
});
