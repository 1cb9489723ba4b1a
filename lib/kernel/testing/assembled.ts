/**
 * For tests: machines that run programs of the small assembler, and what they came to. A program's frame
 * is 256 bytes: outgoing slots 0 to 15, then locals.
 */
import { SystemCall, type SystemCallName } from '../../abi/system-calls';
import { encodeUtf8 } from '../../abi/utf8';
import {
  assemble,
  outgoingSlot,
  program,
  RODATA_BASE,
  type Line,
} from '../../vm/testing/assembler';
import { defaultBudgets } from '../budgets';
import { Machine } from '../machine';
import type { MachineOptions } from '../machine-options';
import { roundRobin } from '../scheduling/policies/round-robin';

/** Slot of the k-th 64-bit local of the frame. */
export function local(k: number): number {
  return outgoingSlot(16 + k);
}

/** Byte offset from fp of the k-th 64-bit local. */
export function localOffset(k: number): number {
  return local(k) * 4;
}

/** An argument: a number, or the slot that holds it. */
type Argument = number | { readonly slot: number };

/** A system call with its arguments; the result is left in outgoing slot 0. */
export function call(name: SystemCallName, ...args: readonly Argument[]): Line[] {
  const lines: Line[] = args.map((argument, k) =>
    typeof argument === 'number'
      ? [
          'MOVI64',
          outgoingSlot(k),
          argument | 0,
          argument < 0 ? -1 : Math.floor(argument / 2 ** 32),
        ]
      : ['MOV64', outgoingSlot(k), argument.slot],
  );
  return [...lines, ['SYS', SystemCall[name]]];
}

/** Keeps the last call's result in local k. */
export function keep(k: number): Line {
  return ['MOV64', local(k), outgoingSlot(0)];
}

export function exit(code: Argument): Line[] {
  return call('exit_group', code);
}

export function machine(options: Partial<MachineOptions> = {}): Machine {
  return new Machine({
    executables: { paths: [], load: () => null, compile: null },
    scheduler: roundRobin(1000),
    budgets: defaultBudgets,
    terminal: false,
    trace: 'full',
    orphans: 'init',
    ...options,
  });
}

/** Boots an assembled program; `rodata` lies at RODATA_BASE. */
export function boot(
  body: readonly (Line | readonly Line[])[],
  options: Partial<MachineOptions> & { readonly rodata?: string } = {},
): Machine {
  const { rodata, ...rest } = options;
  const lines: Line[] = body.flatMap((part) => (isLines(part) ? part : [part]));
  const text = encodeUtf8(rodata ?? '');
  const globals = [
    { name: 'text', type: 1, location: RODATA_BASE, bytes: text.length, line: 1, readOnly: true },
  ];
  const image = assemble(program(lines, { rodata: text, globals }));
  const booted = machine(rest);
  booted.boot(image, ['./test'], []);
  return booted;
}

/** A list of lines begins with a line, a line with its opcode. */
function isLines(part: Line | readonly Line[]): part is readonly Line[] {
  return Array.isArray(part) && typeof part[0] !== 'string';
}

export function finish(booted: Machine): Machine {
  while (booted.run(1_000_000) === 'paused');
  return booted;
}
