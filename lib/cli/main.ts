/** The command line: `npx forkyard run | shell | grade | check`. Thin: all work is done by the pure core. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './check-command';
import { gradeCommand } from './grade-command';
import { runCommand } from './run-command';
import { addScheduleOptions } from './schedule-flags';
import { shellCommand } from './shell-command';
import { EXIT_USAGE, UsageError } from './usage-error';

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

const program = new Command('forkyard')
  .description('Compiles and runs C programs on a simulated machine, and grades them.')
  .exitOverride();

addScheduleOptions(program.command('run'))
  .description(
    "compile FILE.c and run it: its input, output and exit status are this command's " +
      '(128+N when signal N ended it; 2 when it does not compile; 124 when the machine stopped it)',
  )
  .argument('<file>', 'C source')
  .argument(
    '[args...]',
    'arguments of the program; put -- before those that look like options of forkyard',
  )
  .option('--with <file>', 'another C file of the program (may be given again)', collected, [])
  .option(
    '-I, --include-folder <folder>',
    "where headers of the program's own are looked for after the folder of the file that includes them (may be given again)",
    collected,
    [],
  )
  .option('--tty', 'standard output is a terminal: line-buffered')
  .option('--json', 'print a report instead of the output')
  .allowUnknownOption()
  .action(runCommand);

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
    'check exercises: the reference solution must get full marks, each wrong solution must fail the check that it is named for',
  )
  .argument('<exercises...>', 'folders with exercise.yaml')
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
