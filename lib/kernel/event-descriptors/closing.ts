/** The last descriptor of an open file description is closed: what event objects know of it goes. */
import { findInode } from '../files/inode-table';
import type { OpenFileDescription } from '../files/open-file';
import type { KernelState } from '../kernel-state';
import { removeDescriptorTimer } from '../time/timers';

export function forgetDescription(state: KernelState, { id, target }: OpenFileDescription): void {
  if (target.kind === 'events') {
    removeDescriptorTimer(state, target.inode);
    state.epolls = state.epolls.filter((inode) => inode !== target.inode);
  }
  for (const inode of state.epolls) {
    const content = findInode(state.files.inodes, inode)?.content;
    if (content?.kind !== 'events' || content.object.kind !== 'epoll') continue;
    const { object } = content;
    if (object.interests.some(({ description }) => description === id))
      object.interests = object.interests.filter(({ description }) => description !== id);
  }
}
