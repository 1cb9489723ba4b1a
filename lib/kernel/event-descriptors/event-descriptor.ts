/** Opening, finding and closing descriptors of event objects. */
import { user } from '../files/credentials';
import { descriptionOf, installDescriptor, openDescription } from '../files/descriptors';
import { inodeOf, newInode } from '../files/file-system';
import { OpenFlag, type OpenFileDescription } from '../files/open-file';
import type { Kernel } from '../kernel';
import type { Process } from '../processes/process';
import type { EventObject } from './event-object';

const MODE = 0o600;

/** Flags are those of open(2): O_CLOEXEC and O_NONBLOCK. The descriptor, or -EMFILE. */
export function openEventObject(
  kernel: Kernel,
  process: Process,
  object: EventObject,
  flags: number,
): number {
  const { files, timeNs } = kernel.state;
  const inode = newInode(files, { kind: 'events', object }, MODE, user.student, timeNs);
  if (object.kind === 'epoll') kernel.state.epolls = [...kernel.state.epolls, inode.number];
  const target = { kind: 'events', inode: inode.number } as const;
  const open = OpenFlag.O_RDWR | (flags & OpenFlag.O_NONBLOCK);
  const description = openDescription(kernel, inode, target, open);
  return installDescriptor(kernel, process, description, (flags & OpenFlag.O_CLOEXEC) !== 0);
}

/** The description of a descriptor and its object, null where it is no event object; undefined: not open. */
export function eventDescriptor(
  kernel: Kernel,
  process: Process,
  fd: number,
): { readonly description: OpenFileDescription; readonly object: EventObject | null } | undefined {
  const description = descriptionOf(kernel, process, fd);
  if (description === null) return undefined;
  const { content } = inodeOf(kernel.state.files, description.target.inode);
  return { description, object: content.kind === 'events' ? content.object : null };
}
