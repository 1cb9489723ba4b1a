/** `forkyard shell`: the machine's own shell, at this terminal or with what standard input holds. */
import path from 'node:path';
import { sessionBudgets } from '../kernel/budgets';
import type { Machine } from '../kernel/machine';
import { NS_PER_MS, PassingTime } from '../kernel/time/passing-time';
import { outcomeText } from '../grading/explain-run';
import { bootShell } from '../grading/run';
import { openTerminal, type RealTerminal } from './real-terminal';
import { readSource } from './read-source';
import { exitStatus, runWithStreams, showOutput } from './run-command';
import { waitMs } from './standard-streams';

export function shellCommand(
  files: readonly string[],
  { command, tty }: { readonly command?: string; readonly tty?: boolean },
): void {
  const terminal = command === undefined ? openTerminal() : null;
  const machine = bootShell(command === undefined ? [] : ['-c', command], {
    files: Object.fromEntries(files.map((file) => [path.basename(file), readSource(file)])),
    terminal: terminal !== null || (tty ?? false),
    ...(terminal === null ? {} : { budgets: sessionBudgets }),
  });
  if (terminal === null) runWithStreams(machine, true);
  else runAtTerminal(machine, terminal);
  const report = machine.report();
  const stopped = outcomeText(report.outcome);
  if (stopped !== null) process.stderr.write(`forkyard: ${stopped}\n`);
  process.exitCode = exitStatus(report);
}

/** What is typed reaches the machine while programs run or sleep, too: that is what ^C is for. */
function runAtTerminal(machine: Machine, terminal: RealTerminal): void {
  const sliceInstructions = 2_000_000;
  const pauseMs = 10;
  const time = new PassingTime(performance.now());
  try {
    for (;;) {
      const state = machine.run(sliceInstructions, time.limitNs(performance.now()));
      time.shows(machine.timeNs, performance.now());
      showOutput(machine);
      if (state === 'finished') return;
      const typed = terminal.read();
      if (typed !== null) machine.provideInput(typed);
      else if (state !== 'paused') {
        const asleepMs = (machine.nextTimerNs - machine.timeNs) / NS_PER_MS;
        waitMs(Math.max(1, Math.min(pauseMs, asleepMs)));
      }
    }
  } finally {
    terminal.close();
  }
}
