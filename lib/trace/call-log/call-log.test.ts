import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { argumentShapes } from '../../abi/call-arguments';
import { errnoName } from '../../abi/errno';
import { systemCallName } from '../../abi/system-calls';
import { bootImage, imageOf, runMain } from '../../kernel/testing/c-program';
import { systemCallTable } from '../../kernel/system-call-table';
import { CALL_GROUPS, groupOf } from './call-groups';
import {
  callLog,
  failed,
  filteredLog,
  isOver,
  lastRowAt,
  type LogRow,
  NO_FILTER,
  rowTexts,
  straceLine,
} from './call-log';
import { errnoMeaning, errnoText } from './errno-texts';

const TESTING = path.join(import.meta.dirname, 'testing');

describe('arguments of system calls', () => {
  it('are described for each call, as many as it has', () => {
    for (const { name, argumentCount } of systemCallTable.values())
      expect([name, argumentShapes(name).length]).toEqual([name, argumentCount]);
  });

  // Recorded by `strace -f` of the program compiled with gcc, from its first call on.
  it('are written as strace writes them', () => {
    const machine = bootImage(imageOf('argument-forms.c', text('argument-forms.c')), {
      trace: 'full',
    });
    machine.closeInput();
    while (machine.run(1_000_000) === 'paused');
    const ours = byProcess(callLog(machine.events).map(straceLine));
    const theirs = byProcess(joined(text('argument-forms.strace.txt').trim().split('\n')));
    expect(ours.length).toBe(3);
    expect(ours).toEqual(theirs);
  });
});

describe('errno values', () => {
  it('have the texts of the C library', () => {
    const texts = readFileSync(path.join(import.meta.dirname, '../../libc/src/texts.c'), 'utf8');
    let known = 0;
    for (const [number, name] of errnoName) {
      const ours = errnoText(name);
      if (ours === 'Unknown error') continue;
      known++;
      expect([name, new RegExp(`\\[${number}\\] = "(.*)"`).exec(texts)?.[1]]).toEqual([name, ours]);
      expect(errnoMeaning('read', name)).not.toMatch(/[.]$/);
    }
    expect(known).toBeGreaterThan(50);
  });
});

describe('a log', () => {
  const { events } = runMain(`
    int ends[2], status; char buffer[8];
    pipe(ends);
    if (fork() == 0) {
      usleep(100);
      write(ends[1], "hi", 2);
      _exit(3);
    }
    read(ends[0], buffer, 8);
    waitpid(-1, &status, 0);
    waitpid(-1, &status, 0);
    close(77);`);
  const log = callLog(events);
  const found = (text: string): LogRow => {
    const row = log.find((each) => straceLine(each).includes(text));
    if (row === undefined) throw new Error(`no row with ${text}`);
    return row;
  };

  it('has who waited for how long, and for what', () => {
    const row = found('read(3');
    if (row.kind !== 'call' || row.returned === null) throw new Error('read returns');
    expect(row.waitsFor?.kind).toBe('pipe-read');
    const { blockedNs, timeNs } = row.returned;
    expect(blockedNs).toBeGreaterThan(99_000);
    expect(blockedNs).toBeLessThanOrEqual(timeNs - row.timeNs);
    const close = found('close(77');
    expect(close.kind === 'call' && close.returned?.blockedNs).toBe(0);
  });

  it('has at each moment what was known then', () => {
    const row = found('read(3');
    expect(isOver(row, row.step)).toBe(false);
    expect(rowTexts(row, row.step)).toEqual({
      what: expect.stringMatching(/^read\(3, 0x[0-9a-f]+, 8\)$/),
      result: '?',
      meaning: 'Has not come back yet.',
    });
    expect(rowTexts(row, Infinity)).toEqual({
      what: 'read(3, "hi", 8)',
      result: '2',
      meaning: 'Got 2 bytes.',
    });
    log.forEach(({ step }) => {
      const last = lastRowAt(log, step);
      expect(log[last]?.step).toBe(step);
      expect(log[last + 1]?.step ?? Infinity).toBeGreaterThan(step);
    });
    expect(lastRowAt(log, (log[0]?.step ?? 0) - 1)).toBe(-1);
  });

  it('explains results in sentences', () => {
    expect(rowTexts(found('fork()'), Infinity).meaning).toMatch(/^Made process 101;/);
    expect(rowTexts(found('WEXITSTATUS(s) == 3'), Infinity).meaning).toBe(
      'Process 101 has ended with status 3.',
    );
    expect(rowTexts(found('ECHILD'), Infinity).meaning).toBe(
      'Fails: there is no child left to wait for.',
    );
  });

  it('is filtered by process, name, group and failure', () => {
    const [first, second] = [...new Set(log.map(({ process }) => process))];
    const lines = (filter: Partial<typeof NO_FILTER>): readonly string[] =>
      filteredLog(log, { ...NO_FILTER, ...filter }).map((row) => rowTexts(row, Infinity).what);
    expect(lines({})).toHaveLength(log.length);
    expect(lines({ process: second ?? null })).toEqual([
      expect.stringMatching(/nanosleep/),
      'write(4, "hi", 2)',
      'exit_group(3)',
      '+++ exited with 3 +++',
    ]);
    // C's name finds the kernel's, too.
    expect(lines({ name: 'sleep', process: first ?? null })).toEqual([]);
    expect(lines({ name: 'WAIT' })).toHaveLength(2);
    expect(lines({ onlyErrors: true })).toEqual([expect.stringMatching(/^wait4/), 'close(77)']);
    expect(lines({ group: 'ipc' })).toEqual(['pipe([3, 4])']);
    expect(filteredLog(log, { ...NO_FILTER, onlyErrors: true }).every(failed)).toBe(true);
  });

  it('has a group for each call', () => {
    const groups = new Map<string, string[]>(CALL_GROUPS.map((group) => [group, []]));
    for (const name of systemCallName.values()) groups.get(groupOf(name))?.push(name);
    expect(groups.get('signal')).toEqual([
      'rt_sigaction',
      'rt_sigprocmask',
      'rt_sigreturn',
      'pause',
      'kill',
      'rt_sigpending',
      'rt_sigtimedwait',
      'rt_sigqueueinfo',
      'rt_sigsuspend',
      'sigaltstack',
      'tgkill',
      'signalfd4',
    ]);
    expect(groups.get('memory')).toEqual([
      'mmap',
      'mprotect',
      'munmap',
      'brk',
      'mremap',
      'msync',
      'mincore',
      'madvise',
      'mlock',
      'munlock',
      'mlockall',
      'munlockall',
    ]);
    expect(groups.get('time')).toEqual(expect.arrayContaining(['nanosleep', 'alarm', 'times']));
    expect(groups.get('process')).toEqual(
      expect.arrayContaining(['fork', 'execve', 'wait4', 'exit_group', 'getppid', 'setpgid']),
    );
    expect(groups.get('file')).toEqual(
      expect.arrayContaining(['read', 'open', 'dup2', 'mkdir', 'fcntl', 'getcwd', 'getdents']),
    );
  });
});

function text(name: string): string {
  return readFileSync(path.join(TESTING, name), 'utf8');
}

/** Calls that were interrupted in the log by others', in one line where they began. */
function joined(lines: readonly string[]): readonly string[] {
  const result: string[] = [];
  const open = new Map<string, number>();
  for (const line of lines) {
    const [pid = ''] = line.split(' ');
    const resumed = /<\.\.\. \w+ resumed>(.*)$/.exec(line);
    if (line.endsWith('<unfinished ...>')) {
      open.set(pid, result.length);
      result.push(line.replace(/\s*<unfinished ...>$/, ''));
    } else if (resumed === null) result.push(line);
    else {
      const at = open.get(pid) ?? 0;
      const begun = result[at] ?? '';
      result[at] = begun.endsWith(',') ? `${begun} ${resumed[1]}` : `${begun}${resumed[1]}`;
    }
  }
  return result;
}

/** Processes in order of appearance, their lines without what differs from machine to machine. */
function byProcess(lines: readonly string[]): readonly (readonly string[])[] {
  const processes = new Map<string, string[]>();
  const numbers = new Map<string, string>();
  for (const line of lines) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    numbers.set(pid, numbers.get(pid) ?? `P${numbers.size}`);
    if (/set_robust_list/.test(rest)) continue;
    processes.set(pid, [...(processes.get(pid) ?? []), rest]);
  }
  return [...processes.values()].map((each) =>
    each.map((line) =>
      [...numbers]
        .reduce((all, [pid, name]) => all.replace(new RegExp(`\\b${pid}\\b`, 'g'), name), line)
        .replace(/\s+= /, ' = ')
        // The same calls by other names: the C libraries differ in which they make.
        .replace('openat(AT_FDCWD, ', 'open(')
        .replace(/^pipe2\((.*), 0\)/, 'pipe($1)')
        .replace(/^clone\(.*\) =/, 'fork() =')
        .replace(/^semtimedop\((.*), NULL\) =/, 'semop($1) =')
        .replace(/^clock_nanosleep\(CLOCK_REALTIME, 0, /, 'nanosleep(')
        .replace('GETVAL, NULL)', 'GETVAL)')
        // The kernel leaves the rest of the buffer as it was; only what came is shown here.
        .replace(/(mtext="mail\\0)(\\0)+"/, '$1"')
        .replace(/^((?:msg|sem|shm)\w*)\(\d+(?=[,)])/, '$1(ID')
        .replace(/^((?:msg|sem|shm)get\(.*\) = )\d+/, '$1ID')
        .replace(/^getppid.*/, 'getppid')
        .replace(/^(execve\(.*\], ).*(\) = 0)/, '$1ADDRESS$2')
        .replace(/^rt_sigreturn.*/, 'rt_sigreturn')
        .replace(/^--- (SIG\w+) \{.*(si_pid=\w+).*/, '--- $1 {$2} ---')
        .replace(/0x[0-9a-f]{5,}/g, 'ADDRESS'),
    ),
  );
}
