import type { ProgramFile } from '@/app/_workers/program-file';

export type Program = {
  /** The one with main, or else the one that is open. */
  readonly main: ProgramFile;
  /** Compiled and linked with it. */
  readonly more: readonly ProgramFile[];
};

/**
 * Which files make one program, as `cc *.c` would take them; of several programs in one playground, the
 * one that is open.
 */
export function programOf(files: readonly ProgramFile[], open: string): Program | null {
  const sources = files.filter(({ name }) => name.endsWith('.c'));
  const opened = sources.find(({ name }) => name === open);
  const mains = sources.filter(hasMain);
  const [only, ...others] = mains;
  const main =
    opened !== undefined && mains.includes(opened)
      ? opened
      : others.length === 0
        ? (only ?? opened)
        : opened;
  if (main === undefined) return null;
  return { main, more: sources.filter((file) => file !== main && !mains.includes(file)) };
}

/** The command that compiles it and runs it. */
export function runCommand(program: Program | null): string {
  if (program === null) return 'cc *.c && ./a.out';
  const names = [program.main, ...program.more].map(({ name }) => name);
  return `cc ${names.join(' ')} && ./a.out`;
}

/** Whether it defines main, as far as that can be told without compiling it. */
function hasMain({ text }: ProgramFile): boolean {
  const code = text.replace(/\/\*[^]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"/g, ' ');
  return /\bmain\s*\([^;{]*\)\s*\{/.test(code);
}
