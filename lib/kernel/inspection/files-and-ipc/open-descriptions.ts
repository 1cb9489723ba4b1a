/** Open file descriptions: one offset and one set of flags for all descriptors that refer to it. */
import type { Kernel } from '../../kernel';
import {
  OpenFlag,
  readable,
  writable,
  type OpenFileDescription,
  type OpenTarget,
} from '../../files/open-file';
import type { DescriptorTable } from './descriptor-tables';

export interface DescriptionView {
  readonly id: number;
  readonly access: 'read' | 'write' | 'read and write' | 'none';
  /** Status flags by their names, O_APPEND and the like. */
  readonly flags: readonly string[];
  /** null: of what has no place to stand at, a pipe, say. */
  readonly offset: number | null;
  /** Descriptors that refer to it, and messages that it travels in. */
  readonly references: number;
  /** As it was opened; null: it never had a name. */
  readonly path: string | null;
  /** `OpenObject.key`. */
  readonly object: string;
}

const STATUS_FLAGS = ['O_APPEND', 'O_NONBLOCK', 'O_ASYNC', 'O_DIRECTORY', 'O_PATH'] as const;

export function descriptionsOf(
  kernel: Kernel,
  tables: readonly DescriptorTable[],
): readonly DescriptionView[] {
  const { descriptions } = kernel.state;
  const ids = new Set([
    ...tables.flatMap((table) => table.descriptors.map(({ description }) => description)),
    ...descriptions.keys(),
  ]);
  return [...ids].flatMap((id) => {
    const description = descriptions.get(id);
    return description === undefined ? [] : [descriptionView(kernel, description)];
  });
}

function descriptionView(kernel: Kernel, description: OpenFileDescription): DescriptionView {
  const { id, flags, offset, references, path, target } = description;
  const hasOffset =
    target.kind === 'file' || target.kind === 'directory' || target.kind === 'generated';
  return {
    id,
    access: accessOf(description),
    flags: STATUS_FLAGS.filter((name) => (flags & OpenFlag[name]) === OpenFlag[name]),
    offset: hasOffset ? offset : null,
    references,
    path,
    object: objectKey(kernel, target),
  };
}

function accessOf(description: OpenFileDescription): DescriptionView['access'] {
  const { O_PATH } = OpenFlag;
  if ((description.flags & O_PATH) !== 0) return 'none';
  if (readable(description)) return writable(description) ? 'read and write' : 'read';
  return writable(description) ? 'write' : 'none';
}

/** Of what it refers to: the same as long as that lives. */
function objectKey({ state }: Kernel, target: OpenTarget): string {
  if (target.kind === 'console') return state.console.terminal ? 'terminal' : target.stream;
  return `inode ${target.inode}`;
}
