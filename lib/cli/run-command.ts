/** `forkyard run`: the program's streams and exit status are the command's. */
import { findingText } from '../kernel/findings';
import { Signal } from '../abi/signals';
import { compile } from '../compiler/compile';
import { type Diagnostic, renderDiagnostic } from '../compiler/diagnostics';
import type { ExitStatus } from '../kernel/events';
import type { Machine } from '../kernel/machine';
import type { RunReport } from '../kernel/report';
import { outcomeText } from '../grading/explain-run';
import { bootMachine } from '../grading/run';
import { readProgram } from './source-files';
import { scheduleOptions, type ScheduleFlags } from './schedule-flags';
import { nextInput, writeAll } from './standard-streams';

/** As timeout(1): the machine stopped a program that would not have ended. */
const EXIT_STOPPED = 124;
const EXIT_DOES_NOT_COMPILE = 2;

interface RunFlags extends ScheduleFlags {
  /** Further C files of the program. */
  readonly with: readonly string[];
  readonly includeFolder: readonly string[];
  readonly tty?: boolean;
  readonly json?: boolean;
}

export function runCommand(file: string, args: readonly string[], flags: RunFlags): void {
  const program = readProgram([file, ...flags.with], flags.includeFolder);
  const { diagnostics, image } = compile(program.units, { headers: program.headers });
  const errors = image === null;
  if (flags.json !== true || errors) {
    for (const diagnostic of diagnostics) process.stderr.write(`${renderDiagnostic(diagnostic)}\n`);
  }
  if (errors) {
    if (flags.json === true)
      printJson({ compiled: false, exitStatus: EXIT_DOES_NOT_COMPILE, diagnostics });
    process.exitCode = EXIT_DOES_NOT_COMPILE;
    return;
  }
  const machine = bootMachine(image, {
    args,
    ...scheduleOptions(flags),
    terminal: flags.tty ?? false,
  });
  runWithStreams(machine, flags.json !== true);
  const report = machine.report();
  process.exitCode = exitStatus(report);
  if (flags.json === true) {
    printJson(jsonReport(report, diagnostics));
  } else {
    const stopped = outcomeText(report.outcome);
    if (stopped !== null) process.stderr.write(`forkyard: ${stopped}\n`);
    for (const finding of report.findings) {
      process.stderr.write(`forkyard: ${findingText(finding)}\n`);
    }
  }
}

export function runWithStreams(machine: Machine, show: boolean): void {
  // Small enough that output appears while the program runs.
  const sliceInstructions = 5_000_000;
  for (;;) {
    const state = machine.run(sliceInstructions);
    if (show) showOutput(machine);
    if (state === 'finished') return;
    if (state === 'waiting-for-input') {
      const input = nextInput();
      if (input === null) {
        machine.closeInput();
      } else {
        machine.provideInput(input);
      }
    }
  }
}

/** What the machine wrote since the last time. */
export function showOutput(machine: Machine): void {
  for (const { stream, bytes } of machine.takeOutput())
    writeAll(stream === 'stdout' ? 1 : 2, bytes);
}

export function exitStatus({ outcome, status }: RunReport): number {
  if (outcome.kind !== 'finished' || status === null) return EXIT_STOPPED;
  return shellStatus(status);
}

/** As a shell tells it: 128+N for signal N. */
function shellStatus(status: ExitStatus): number {
  return status.kind === 'exited' ? status.code : 128 + Signal[status.signal];
}

function jsonReport(report: RunReport, diagnostics: readonly Diagnostic[]) {
  const {
    outcome,
    status,
    processes,
    findings,
    instructions,
    timeNs,
    contextSwitches,
    leftovers,
    scheduler,
    stdout,
    stderr,
  } = report;
  return {
    compiled: true,
    exitStatus: exitStatus(report),
    status,
    outcome,
    processes: processes.map(
      ({
        pid,
        parent,
        createdBy,
        name,
        state,
        status: fate,
        reapedBy,
        leftZombie,
        instructions: own,
        scheduling,
      }) => ({
        pid,
        parent,
        createdBy,
        name,
        state,
        fate,
        reapedBy,
        leftZombie,
        instructions: own,
        scheduling,
      }),
    ),
    diagnostics,
    findings,
    instructions,
    virtualTimeNs: timeNs,
    contextSwitches,
    leftovers,
    scheduler,
    stdout,
    stderr,
  };
}

function printJson(value: unknown): void {
  writeAll(1, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}
