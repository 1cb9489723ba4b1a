import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const forkyard = fileURLToPath(new URL('../../bin/forkyard.mjs', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-explore-'));

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  fs.writeFileSync(place, text);
  return place;
}

function command(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [forkyard, ...args], {
    encoding: 'utf8',
    input: '',
  });
  return { status, stdout, stderr };
}

function json(...args: readonly string[]): { status: number | null; result: unknown } {
  const { status, stdout } = command('explore', ...args, '--json');
  return { status, result: JSON.parse(stdout) };
}

const counting = (check: string): string =>
  file(
    'count.c',
    `#include <assert.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
static int *count;
int main(void) {
  count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  *count = 3;
  pid_t child = fork();
  // region add
  *count = *count + 1;
  // end add
  if (child == 0) _exit(0);
  wait(NULL);
  ${check}
  return 0;
}
`,
  );

describe('forkyard explore', { timeout: 120_000 }, () => {
  it('proves, and prints every output possible', () => {
    const { status, stdout } = command('explore', counting('printf("%d\\n", *count);'));
    expect(stdout).toMatch(/^Proved: no deadlock, failed assertion, .* or crash in any schedule/);
    expect(stdout).toContain('Outputs possible: 2\n  "4\\n"\n  "5\\n"\n');
    expect(status).toBe(0);
  });

  it('refutes with a story, and a schedule that replays to the same end', () => {
    const program = counting('assert(*count == 5);');
    const { status, stdout } = command('explore', program);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Refuted: assertion \(line 16\)/);
    expect(stdout).toContain('1. Parent reads `*count` (3) at line 12.');
    expect(stdout).toContain('What child wrote to `*count` is lost: parent had read it before.');
    const schedule = /--schedule "([^"]*)"/.exec(stdout)?.[1] ?? '';
    const again = command('replay', program, '--schedule', schedule);
    expect(again.status).toBe(134);
    expect(again.stderr).toContain('Assertion');
    const stored = file('schedule.txt', `${schedule}\n`);
    const reports = [1, 2].map(
      () => command('replay', program, '--schedule', `@${stored}`, '--json').stdout,
    );
    expect(reports[0]).toBe(reports[1]);
    expect(reports[0]).toContain('"events"');
    expect(command('replay', program, '--schedule', schedule, '--steps').stdout).toContain(
      'child writes 4 to `*count` (line 12)',
    );
  });

  it('gives the fields of its JSON', () => {
    const { status, result } = json(counting('assert(*count == 5);'));
    expect(status).toBe(1);
    expect(result).toMatchObject({
      verdict: 'refuted',
      complete: false,
      bounds: {},
      mode: 'states',
      violations: [{ kind: 'assertion', location: { line: 16 } }],
    });
    expect(Object.keys(result ?? {})).toEqual(
      expect.arrayContaining([
        'states',
        'schedules',
        'blocked',
        'transitions',
        'outputs',
        'elapsedMs',
      ]),
    );
    const traces = json(counting('printf("%d", *count);'), '--mode', 'traces');
    expect(traces).toMatchObject({
      status: 0,
      result: { mode: 'traces', schedules: 4, complete: true },
    });
  });

  it('ends with 3 where a bound is reached without a violation', () => {
    const program = counting('assert(*count == 5);');
    for (const bound of [
      ['--preemptions', '0'],
      ['--budget-steps', '4'],
    ])
      expect(json(program, ...bound)).toMatchObject({
        status: 3,
        result: { verdict: 'no-violation-within-bounds', complete: false },
      });
  });

  it('looks for the properties that are asked for', () => {
    const program = counting('');
    const refuted = (property: string): unknown => json(program, '--property', property).result;
    expect(refuted('data-race')).toMatchObject({ violations: [{ kind: 'data-race' }] });
    expect(refuted('invariant=!count || *count < 5')).toMatchObject({
      violations: [{ kind: 'invariant' }],
    });
    expect(refuted('mutual-exclusion=add')).toMatchObject({
      violations: [{ kind: 'mutual-exclusion' }],
    });
    expect(refuted('lock-order')).toMatchObject({ verdict: 'proved' });
  });

  it('answers whether an output can happen', () => {
    const program = counting('printf("%d\\n", *count);');
    const answer = (output: string): string =>
      command('explore', program, '--output', output).stdout;
    expect(answer('4\n')).toContain('This output can happen: npx forkyard replay');
    expect(answer('6\n')).toContain('This output can not happen.');
  });

  it.each([
    [['--property', 'nonsense'], 'there is no property "nonsense"'],
    [['--property', 'invariant=count +'], '--property invariant=count +'],
    [['--property', 'invariant=nobody > 1'], 'nobody'],
    [['--property', 'mutual-exclusion=other'], 'no region "other" is marked'],
    [['--property', 'mutual-exclusion', '--mode', 'traces'], 'use the mode states'],
    [['--mode', 'traces', '--preemptions', '1'], '--preemptions needs --mode states'],
  ])('%j is told to be wrong', (args, message) => {
    const { status, stderr } = command('explore', counting(''), ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it('ends with 2 where the program does not compile', () => {
    const { status, stderr } = command('explore', file('wrong.c', 'int main(void) { return x; }'));
    expect(stderr).toContain('wrong.c:1');
    expect(status).toBe(2);
  });
});

describe('forkyard replay', { timeout: 120_000 }, () => {
  it.each([
    ['forkyard-schedule/9 100v', 'of version 9'],
    ['forkyard-schedule/3 100v', 'of version 3'],
    ['100v', 'a schedule begins with'],
    ['forkyard-schedule/4 100v*2 107v', 'choice 3 of the schedule is process 107'],
    ['forkyard-schedule/1 100b', 'by the clock'],
  ])('says that %j does not fit', (schedule, message) => {
    const { status, stderr } = command('replay', counting(''), '--schedule', schedule);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it('says where a schedule ends before the run does', () => {
    const { status, stderr } = command(
      'replay',
      counting(''),
      '--schedule',
      'forkyard-schedule/4 100v*2',
    );
    expect(stderr).toContain('The schedule ends here.');
    expect(status).toBe(0);
  });
});
