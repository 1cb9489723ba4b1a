/** The command line: `npx forkyard run | explore | replay | shell | grade | check`. Thin: all work is done by the pure core. */
import { Command, CommanderError, Option } from 'commander';
import { checkCommand } from './check/check-command';
import { exploreCommand } from './explore-command';
import { gradeCommand } from './grade-command';
import { positiveNumber, wholeNumber } from './numbers';
import { ProgramCommand } from './program-command';
import { replayCommand } from './replay-command';
import { runCommand } from './run-command';
import { PROPERTY_NAMES } from '../explorer/properties/by-name';
import { addScheduleOptions } from './schedule-flags';
import { shellCommand } from './shell-command';
import { EXIT_USAGE, UsageError } from './usage-error';

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Of commands that compile a program of the user's. */
function addSourceOptions(command: Command): Command {
  return command
    .option('--with <file>', 'another C file of the program (may be given again)', collected, [])
    .option(
      '-I, --include-folder <folder>',
      "where headers of the program's own are looked for after the folder of the file that includes them (may be given again)",
      collected,
      [],
    );
}

const program = new Command('forkyard')
  .description('Compiles and runs C programs on a simulated machine, and grades them.')
  // Each command reads its own options: what `--` means depends on the command.
  .enablePositionalOptions()
  .exitOverride();

function programCommand(name: string): Command {
  const command = new ProgramCommand(name).copyInheritedSettings(program);
  program.addCommand(command);
  return command;
}

addScheduleOptions(addSourceOptions(programCommand('run')))
  .description(
    "compile FILE.c and run it: its input, output and exit status are this command's " +
      '(128+N when signal N ended it; 2 when it does not compile; 124 when the machine stopped it)',
  )
  .argument('<file>', 'C source')
  .argument(
    '[args...]',
    'arguments of the program; after -- all are, and the -- too. Before FILE.c it ends the options of forkyard: ' +
      'run -- FILE.c --json',
  )
  .option('--tty', 'standard output is a terminal: line-buffered')
  .option('--json', 'print a report instead of the output')
  .allowUnknownOption()
  .action(runCommand);

addSourceOptions(programCommand('explore'))
  .description(
    'compile FILE.c and explore every schedule of its processes and threads (exit status 0: proved; ' +
      '1: a property is violated, told with a schedule; 3: nothing is violated within the bounds; 2: it does not compile)',
  )
  .argument('<file>', 'C source')
  .argument('[args...]', 'arguments of the program')
  .addOption(
    new Option(
      '--mode <mode>',
      'search over states, or over executions up to the order of independent steps',
    )
      .choices(['states', 'traces'])
      .default('states'),
  )
  .option('--max-schedules <n>', 'executions explored to their end, at most', positiveNumber)
  .option('--preemptions <k>', 'preemptions in one execution, at most', wholeNumber)
  .option('--budget-steps <n>', 'steps explored in all, at most', positiveNumber)
  .option(
    '--property <name[=value]>',
    `what must hold besides the usual (may be given again): ${PROPERTY_NAMES.join(', ')}`,
    collected,
    [],
  )
  .option('--output <text>', 'whether the program can print just this; @FILE: what is in the file')
  .option('--json', 'print the result as JSON')
  .action(exploreCommand);

addSourceOptions(programCommand('replay'))
  .description('run FILE.c by a schedule that explore has found, to the same events')
  .argument('<file>', 'C source')
  .argument('[args...]', 'arguments of the program, as they were given to explore')
  .requiredOption('--schedule <schedule>', 'its text; @FILE: what is in the file')
  .option('--steps', 'print what each process and thread does, rather than the output')
  .option('--json', 'print report, events and steps')
  .action(replayCommand);

program
  .command('shell')
  .description(
    "the simulated machine's own shell, with its programs (ls, ps, cc and others; ls /bin lists them); " +
      'the files named are copied into its home folder',
  )
  .argument('[files...]', 'files that are there when it begins')
  .option('-c, --command <command>', 'do this instead of reading commands')
  .option('--tty', 'standard input and output are a terminal of the machine')
  .action(shellCommand);

program
  .command('grade')
  .description(
    'grade FILE.c against the exercise in a folder; exit status 0 for full marks, 1 otherwise',
  )
  .argument('<exercise>', 'folder with exercise.yaml')
  .argument('<file>', 'C source')
  .option('--json', 'print the verdict as JSON')
  .action(gradeCommand);

program
  .command('check')
  .description(
    'check exercises (the reference solution must get full marks, each wrong solution must fail the check that it is named for) ' +
      'quizzes (every computed answer must agree with a second, independent way), or everything in a checkout, its lessons ' +
      'and examples too (links lead somewhere, programs compile and print what they are said to print)',
  )
  .argument(
    '<paths...>',
    'folders with exercise.yaml, YAML files of quizzes, or the folder that has content/ and exercises/ in it',
  )
  .option('--seeds <n>', 'of each question of a quiz, so many draws', positiveNumber, 5)
  .option('--native', 'run the programs of quizzes on this computer, too (needs gcc)')
  .action(checkCommand);

try {
  program.parse();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
  } else if (error instanceof UsageError) {
    process.stderr.write(`forkyard: ${error.message}\n`);
    process.exitCode = EXIT_USAGE;
  } else {
    throw error;
  }
}
