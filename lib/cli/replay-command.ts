/** `forkyard replay`: the run that a schedule names, made again. */
import { compile } from '../compiler/compile';
import { renderDiagnostic } from '../compiler/diagnostics';
import { tellStory } from '../explorer/story/story';
import { followSchedule } from '../explorer/story/follow';
import { outcomeText } from '../grading/explain-run';
import { exploredMachine, exploredProgram } from '../grading/run';
import { entriesOf } from '../kernel/persistent-log';
import { runReport } from '../kernel/run-report';
import { textOf } from './explore-command';
import { exitStatus } from './run-command';
import { readProgram } from './source-files';
import { standardInput, writeAll } from './standard-streams';
import { EXIT_USAGE, UsageError } from './usage-error';

export interface ReplayFlags {
  readonly with: readonly string[];
  readonly includeFolder: readonly string[];
  /** A text, or @ and a file that has it. */
  readonly schedule: string;
  readonly steps?: boolean;
  readonly json?: boolean;
}

export function replayCommand(file: string, args: readonly string[], flags: ReplayFlags): void {
  const source = readProgram([file, ...flags.with], flags.includeFolder);
  const { diagnostics, image } = compile(source.units, { headers: source.headers });
  if (image === null) {
    for (const diagnostic of diagnostics) process.stderr.write(`${renderDiagnostic(diagnostic)}\n`);
    process.exitCode = EXIT_USAGE;
    return;
  }
  const program = exploredProgram(image, args, standardInput());
  const machine = exploredMachine();
  const schedule = textOf(flags.schedule);
  const run = { program, machine, schedule };
  const followed = followSchedule({ ...run, trace: 'full' }, { happened: () => undefined });
  if (followed.kind === 'misfit')
    throw new UsageError(`the schedule does not fit ${file}: ${followed.message}`);
  const told = tellStory({ ...run, violation: null, properties: [] });
  const story = told.kind === 'story' ? told.story : null;
  const report = runReport(followed.kernel, 'replay');
  const { end } = followed;
  process.exitCode = end === null ? 0 : exitStatus(report);
  if (flags.json === true) {
    const events = entriesOf(followed.kernel.state.events);
    const json = { end, choices: followed.choices, report, events, story };
    writeAll(1, Buffer.from(`${JSON.stringify(json, null, 2)}\n`));
    return;
  }
  if (flags.steps === true) {
    for (const { who, text, at } of story?.steps ?? [])
      writeAll(1, Buffer.from(`${who} ${text}${at === null ? '' : ` (line ${at.line})`}\n`));
    return;
  }
  writeAll(1, Buffer.from(report.stdout));
  writeAll(2, Buffer.from(report.stderr));
  const stopped = end === null ? 'The schedule ends here.' : outcomeText(report.outcome);
  if (stopped !== null) process.stderr.write(`forkyard: ${stopped}\n`);
}
