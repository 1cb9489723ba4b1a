/** Of commands that give arguments to a C program: what follows FILE.c after the first `--` is all the program's. */
import { Command } from 'commander';

/**
 * `--` before FILE.c ends the options, as everywhere, and goes. After FILE.c it is an argument of the program's, as
 * with `node FILE`, and what follows is too: `run FILE.c -- A` is `./a.out -- A`.
 */
export class ProgramCommand extends Command {
  override parseOptions(args: string[]): { operands: string[]; unknown: string[] } {
    const end = args.indexOf('--');
    if (end < 0) return super.parseOptions(args);
    const { operands, unknown } = super.parseOptions(args.slice(0, end));
    const rest = args.slice(end);
    if (unknown.length > 0) return { operands, unknown: [...unknown, ...rest] };
    return {
      operands: [...operands, ...(operands.length === 0 ? rest.slice(1) : rest)],
      unknown,
    };
  }
}
