/** From an inode to the event object in it. */
import { findInode } from '../files/inode-table';
import type { Kernel } from '../kernel';
import type { EventObject } from './event-object';

/** What an inode holds; null: something else, or it is gone. */
export function eventObject(kernel: Kernel, inode: number): EventObject | null {
  const content = findInode(kernel.state.files.inodes, inode)?.content;
  return content?.kind === 'events' ? content.object : null;
}
