/** Locks on files: sections of fcntl(2), which processes own, and whole files of flock(2), which descriptions own. */
import type { Kernel } from '../../kernel';
import type { Pid } from '../../pid';

export interface FileLockView {
  readonly key: string;
  /** As somebody has it open. */
  readonly path: string;
  readonly isExclusive: boolean;
  /** null: the whole file, of a description. `end` null: to the end, however far the file grows. */
  readonly section: { readonly start: number; readonly end: number | null } | null;
  /** The process that has it, or that waits for it; or a description. */
  readonly owner:
    | { readonly kind: 'process'; readonly pid: Pid }
    | { readonly kind: 'description'; readonly id: number };
  /** null: it is held. */
  readonly waiting: Pid | null;
}

export function fileLocksOf({ state }: Kernel): readonly FileLockView[] {
  const { records, whole, waiting } = state.fileLocks;
  const pathOf = (inode: number): string => {
    for (const { target, path } of state.descriptions.values())
      if (target.inode === inode && path !== null) return path;
    return `inode ${inode}`;
  };
  const section = (start: number, end: number) => ({ start, end: end === Infinity ? null : end });
  const held: FileLockView[] = [];
  for (const [inode, locks] of records)
    for (const { owner, exclusive, start, end } of locks)
      held.push({
        key: `record ${inode} ${owner} ${start}`,
        path: pathOf(inode),
        isExclusive: exclusive,
        section: section(start, end),
        owner: { kind: 'process', pid: owner },
        waiting: null,
      });
  for (const [inode, locks] of whole)
    for (const { description, exclusive } of locks)
      held.push({
        key: `whole ${inode} ${description}`,
        path: pathOf(inode),
        isExclusive: exclusive,
        section: null,
        owner: { kind: 'description', id: description },
        waiting: null,
      });
  const asked = waiting.flatMap((thread): FileLockView[] => {
    const wait = state.threads.get(thread)?.wait;
    if (wait?.kind === 'record-lock') {
      const { owner, exclusive, start, end } = wait.lock;
      return [
        {
          key: `waits ${thread}`,
          path: wait.path,
          isExclusive: exclusive,
          section: section(start, end),
          owner: { kind: 'process', pid: owner },
          waiting: thread,
        },
      ];
    }
    if (wait?.kind !== 'whole-lock') return [];
    const { description, exclusive } = wait.lock;
    return [
      {
        key: `waits ${thread}`,
        path: wait.path,
        isExclusive: exclusive,
        section: null,
        owner: { kind: 'description', id: description },
        waiting: thread,
      },
    ];
  });
  return [...held, ...asked];
}
