/**
 * What the machine itself finds out in an execution: errors of memory and arithmetic, assertions,
 * processes that a signal ends, budgets, deadlocks, children that nobody waited for, objects that are
 * left over.
 */
import type { ExitStatus, Finding } from '../../kernel/events';
import { lengthOf } from '../../kernel/persistent-log';
import { runReport } from '../../kernel/run-report';
import type { MachineSystem } from '../machine/machine-system';
import type { Violation, ViolationKind } from '../result';
import type { EndKind, Observer } from './observer';

export interface EndingOptions {
  /** Which of these are violations. */
  readonly kinds: ReadonlySet<ViolationKind>;
}

export function endings({ kinds }: EndingOptions): Observer<MachineSystem> {
  /** That were told. */
  let findings = 0;
  const look = (system: MachineSystem): readonly Violation[] => {
    const found: Violation[] = [];
    const { outcome } = system;
    let entry = system.findings;
    const count = lengthOf(entry);
    for (let k = count; k > findings && entry !== null; k--, entry = entry.previous) {
      const violation = ofFinding(entry.value);
      if (kinds.has(violation.kind)) found.unshift(violation);
    }
    findings = count;
    if (outcome?.kind === 'budget' && kinds.has('budget'))
      found.push({ kind: 'budget', message: outcome.message, location: null, details: outcome });
    return found;
  };
  return {
    name: 'endings',
    needs: 'executions',
    begin(system) {
      findings = 0;
      return look(system);
    },
    after: look,
    ended(system, end) {
      return endingsOf(system, end).filter(({ kind }) => kinds.has(kind));
    },
    snapshot: () => findings,
    restore(snapshot) {
      findings = Number(snapshot);
    },
    key: () => '',
  };
}

function ofFinding(finding: Finding): Violation {
  return {
    kind: kindOf(finding),
    message: finding.message,
    location: finding.at,
    details: finding,
  };
}

/** What is not given back at the end is no error of memory: it may be meant to live as long as the program. */
function kindOf({ kind }: Finding): ViolationKind {
  return kind === 'assertion' || kind === 'leak' ? kind : 'memory-error';
}

function endingsOf(system: MachineSystem, end: EndKind): Violation[] {
  const report = runReport(system.kernel, 'explorer');
  const found: Violation[] = [];
  if (end === 'deadlock' && report.outcome.kind === 'deadlock') {
    const { waiting } = report.outcome;
    found.push({
      kind: 'deadlock',
      message: `Deadlock: ${waiting.length === 1 ? 'one waits and nobody' : `all ${waiting.length} that are left wait, and none`} can make it go on.`,
      location: system.positionOf(waiting[0]?.pid ?? null),
      details: { waiting },
    });
  }
  for (const { pid, status, leftZombie, name } of report.processes) {
    if (status !== null && isAbnormal(status))
      found.push({
        kind: 'abnormal-end',
        message: `Process ${pid} (${name}) was ended by ${status.signal}.`,
        location: null,
        details: { pid, status },
      });
    if (leftZombie)
      found.push({
        kind: 'zombie',
        message: `Nobody waited for process ${pid}.`,
        location: null,
        details: { pid },
      });
  }
  for (const leftover of report.leftovers)
    found.push({
      kind: 'leftover',
      message: `${leftover.name} is left over.`,
      location: null,
      details: leftover,
    });
  return found;
}

function isAbnormal(status: ExitStatus): status is ExitStatus & { readonly kind: 'signaled' } {
  return status.kind === 'signaled';
}
