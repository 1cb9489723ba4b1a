/**
 * How the name may go on that somebody types at the shell: commands where a command stands, else files.
 * Names with characters that mean something to the shell come with backslashes, as bash gives them.
 * Leaves out: words in quotes, variables, users' directories but one's own, arguments of single commands.
 */
import { user } from '../files/credentials';
import { HOME, inodeOf, Permission, permitted } from '../files/file-system';
import { peekInode } from '../files/inode-table';
import type { Inode } from '../files/inode';
import { lookUp } from '../files/path-lookup';
import { procEntries, isDirectoryNode } from '../files/proc-tree';
import type { Kernel } from '../kernel';
import type { Pid } from '../pid';

export interface Completions {
  /** The characters at the end of the line that each of the names stands in place of. */
  readonly typed: string;
  /** In alphabetical order; directories end in a slash. */
  readonly names: readonly string[];
}

const SEARCH_PATH = ['/bin', '/usr/bin'];
const NOTHING: Completions = { typed: '', names: [] };

/** `line` is what stands before the cursor; `builtins` are the shell's own commands. */
export function completionsOf(
  kernel: Kernel,
  shell: Pid,
  line: string,
  builtins: readonly string[],
): Completions {
  const word = /(?:\\.|[^\s;|&()<>'"`$\\])*$/.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - word.length);
  if (/['"`$\\]$/.test(before)) return NOTHING;
  const isCommand = /(?:^|[;|&(]|(?:^|\s)(?:!|\{|do|else|exec|if|then|time|until|while))\s*$/.test(
    before,
  );
  const slash = word.lastIndexOf('/');
  const typed = word.slice(slash + 1);
  const start = unescaped(typed);
  const fitting =
    isCommand && slash < 0
      ? [...builtins, ...commandsOf(kernel)]
      : filesOf(kernel, shell, unescaped(word.slice(0, slash + 1)), isCommand);
  const names = fitting
    .filter((name) => name.startsWith(start) && (start !== '' || !name.startsWith('.')))
    .sort((a, b) => (a < b ? -1 : 1));
  return { typed, names: [...new Set(names)].map(escaped) };
}

function commandsOf(kernel: Kernel): readonly string[] {
  const found = SEARCH_PATH.flatMap((path) => directory(kernel, null, path));
  return found.filter(runs).map(({ name }) => name);
}

function filesOf(kernel: Kernel, shell: Pid, path: string, onlyRunning: boolean): string[] {
  return directory(kernel, shell, path)
    .filter((entry) => !onlyRunning || entry.isDirectory || runs(entry))
    .map(({ name, isDirectory }) => (isDirectory ? `${name}/` : name));
}

interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
  readonly inode: Readonly<Inode> | null;
}

function directory(kernel: Kernel, shell: Pid | null, path: string): readonly Entry[] {
  const process = shell === null ? null : (kernel.state.processes.get(shell) ?? null);
  const full = path.startsWith('~/') ? HOME + path.slice(1) : path === '' ? '.' : path;
  const found = lookUp(kernel, process, full);
  if (found.kind !== 'found') return [];
  const { content } = found.inode;
  if (content.kind === 'proc')
    return procEntries(kernel, content.node).map(({ name, node }) => ({
      name,
      isDirectory: isDirectoryNode(node),
      inode: null,
    }));
  if (content.kind !== 'directory') return [];
  if (process !== null && !permitted(found.inode, user.student, Permission.read)) return [];
  return [...content.entries].map(([name, number]) => {
    const inode =
      peekInode(kernel.state.files.inodes, number) ?? inodeOf(kernel.state.files, number);
    const isDirectory =
      inode.content.kind === 'directory' ||
      (inode.content.kind === 'proc' && isDirectoryNode(inode.content.node));
    return { name, isDirectory, inode };
  });
}

function runs({ inode }: Entry): boolean {
  return inode?.content.kind === 'file' && permitted(inode, user.student, Permission.execute);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function escaped(name: string): string {
  return name.replace(/[\s;|&()<>'"`$\\*?[\]#!{}]/g, '\\$&');
}
