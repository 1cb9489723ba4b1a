import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Errno } from '../abi/errno';
import { INTRINSICS } from '../abi/intrinsics';
import { REAL_TIME_MIN, Signal } from '../abi/signals';
import { SystemCall } from '../abi/system-calls';

function header(name: string): string {
  return fs.readFileSync(new URL(`include/${name}`, import.meta.url), 'utf8');
}

function constants(text: string, prefix: RegExp): Record<string, number> {
  return Object.fromEntries(
    [...text.matchAll(/^#define (\w+) (\d+)$/gm)]
      .filter(([, name]) => prefix.test(name ?? ''))
      .map(([, name, value]) => [name, Number(value)]),
  );
}

describe('numbers that C programs and the machine share', () => {
  it('are the same for errno', () => {
    expect(constants(header('errno.h'), /^E[A-Z0-9]+$/)).toEqual(Errno);
  });

  it('are the same for signals', () => {
    const standard = Object.entries(Signal).filter(([, number]) => number < REAL_TIME_MIN);
    const declared = constants(header('signal.h'), /^SIG(?!EV_|STKSZ)[A-Z0-9]+$/);
    expect(declared).toEqual(Object.fromEntries(standard));
  });

  it('are the same for system calls', () => {
    const calls = Object.fromEntries(
      Object.entries(SystemCall).map(([name, number]) => [`SYS_${name}`, number]),
    );
    const text = header('sys/syscall.h') + header('forkyard/intrinsics.h');
    expect(constants(text, /^SYS_/)).toEqual(calls);
  });

  it('are the same under the names that Linux gives them', () => {
    const calls = Object.entries(constants(header('sys/syscall.h'), /^SYS_/));
    const renamed = calls.map(([name, number]) => [name.replace(/^SYS_/, '__NR_'), number]);
    expect(constants(header('asm/unistd.h'), /^__NR_/)).toEqual(Object.fromEntries(renamed));
  });

  it('are all made by syscall, but for two that no function can make', () => {
    const source = fs.readFileSync(new URL('src/syscall.c', import.meta.url), 'utf8');
    const made = [...source.matchAll(/CALL\((?!name\b)(\w+)\)/g)].map(
      ([, name]) => `SYS_${name ?? ''}`,
    );
    const calls = Object.keys(constants(header('sys/syscall.h'), /^SYS_/));
    expect(new Set([...made, 'SYS_vfork', 'SYS_rt_sigreturn'])).toEqual(new Set(calls));
  });

  it('declares every intrinsic', () => {
    const declared = [
      ...(header('forkyard/intrinsics.h') + header('setjmp.h')).matchAll(/__intrinsic_(\w+)\(/g),
    ].map(([, name]) => name);
    expect(new Set(declared)).toEqual(new Set(INTRINSICS));
  });
});
