/** For tests: a command given to the machine's shell. */
import { encodeUtf8 } from '../../abi/utf8';
import { defaultBudgets } from '../../kernel/budgets';
import { Machine } from '../../kernel/machine';
import type { MachineOptions } from '../../kernel/machine-options';
import type { RunReport } from '../../kernel/report';
import { roundRobin } from '../../kernel/scheduling/policies/round-robin';
import { userlandExecutables } from '../executables';
import type { ShellResult } from './shell-cases';

export const environment = [
  'PATH=/bin:/usr/bin',
  'HOME=/home/student',
  'USER=student',
  'PWD=/home/student',
];

export function bootShell(argv: readonly string[], options: Partial<MachineOptions> = {}): Machine {
  const machine = new Machine({
    executables: userlandExecutables(),
    scheduler: roundRobin(1000),
    budgets: defaultBudgets,
    terminal: false,
    trace: 'checks',
    orphans: 'init',
    ...options,
  });
  machine.boot('/bin/sh', argv, environment);
  return machine;
}

export function reportOf(
  script: string,
  options: Partial<MachineOptions> & { readonly stdin?: string } = {},
): RunReport {
  const machine = bootShell(['sh', '-c', script], options);
  if (options.stdin !== undefined) machine.provideInput(encodeUtf8(options.stdin));
  machine.closeInput();
  while (machine.run(5_000_000) === 'paused');
  return machine.report();
}

export function sh(script: string, options: Parameters<typeof reportOf>[1] = {}): ShellResult {
  const { outcome, status, stdout, stderr, findings } = reportOf(script, options);
  if (outcome.kind !== 'finished' || status?.kind !== 'exited')
    throw new Error(`${JSON.stringify(outcome)} ${JSON.stringify(status)}\n${stderr}`);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return { stdout, stderr, status: status.code };
}
