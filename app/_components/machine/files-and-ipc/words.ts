/** What rows of the view say, the same in figure and table. */
import { assertNever } from '@/lib/abi/assert-never';
import type { BytesView } from '@/lib/kernel/inspection/files-and-ipc/bytes';
import type { FileLockView } from '@/lib/kernel/inspection/files-and-ipc/file-locks';
import type { LockView } from '@/lib/kernel/inspection/files-and-ipc/locks';
import type { MessageQueueView } from '@/lib/kernel/inspection/files-and-ipc/message-queues';
import type { DescriptionView } from '@/lib/kernel/inspection/files-and-ipc/open-descriptions';
import type { OpenObject } from '@/lib/kernel/inspection/files-and-ipc/open-objects';
import { messageText } from '@/lib/trace/call-log/bytes-text';

export function bytesText({ byteCount, head }: BytesView): string {
  return byteCount === 0 ? 'empty' : messageText(head, byteCount);
}

export function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}

export function accessText({ access, offset }: DescriptionView): string {
  return offset === null ? access : `${access}, at ${offset.toLocaleString('en')}`;
}

/** Flags, and how many descriptors there are where there are several. */
export function sharingText({ flags, references }: DescriptionView): string {
  const shared = references === 1 ? [] : [counted(references, 'reference')];
  return [...shared, ...flags].join(' · ');
}

const DEVICE = 'device';

export function kindText({ body }: OpenObject): string {
  switch (body.kind) {
    case 'pipe':
      return body.isNamed ? 'FIFO' : 'pipe';
    case 'socket':
      return `${body.type} socket${body.state === 'listening' ? ', listening' : ''}`;
    case 'file':
      return body.links === 0 ? 'file without a name' : 'file';
    case 'message-queue':
      return 'mailbox';
    case 'generated':
      return 'made by the kernel';
    case 'stdin':
    case 'stdout':
    case 'stderr':
      return DEVICE;
    default:
      return body.kind;
  }
}

/** What is in it. */
export function contentText({ body }: OpenObject): string {
  switch (body.kind) {
    case 'file':
      return `${counted(body.bytes.byteCount, 'byte')}${body.isMapped ? ', mapped' : ''}${contentOf(body.bytes)}`;
    case 'pipe':
      if (body.bytes.byteCount === 0)
        return body.writeEnds === 0 ? 'empty, no writer left' : 'empty';
      return `${counted(body.bytes.byteCount, 'byte')}${contentOf(body.bytes)}`;
    case 'socket':
      if (body.state === 'listening')
        return `${body.pending} of ${body.backlog} connections wait for accept`;
      if (body.arrived.length === 0) return body.hasEnded ? 'at the end of its input' : 'empty';
      return body.arrived.map(bytesText).join(', ');
    case 'terminal':
    case 'stdin':
      return body.input.byteCount === 0 ? 'no input' : `input${contentOf(body.input)}`;
    case 'counter':
      return `counts ${body.count}`;
    case 'timer':
      return body.nextNs === null ? 'not set' : counted(body.expirations, 'expiration');
    case 'epoll':
      return body.descriptors.length === 0
        ? 'looks at nothing'
        : `looks at ${body.descriptors.join(', ')}`;
    case 'stdout':
    case 'stderr':
    case 'directory':
    case 'device':
    case 'generated':
    case 'message-queue':
    case 'signals':
      return '';
    default:
      return assertNever(body);
  }
}

function contentOf(bytes: BytesView): string {
  const text = bytes.byteCount === 0 ? '' : bytesText(bytes);
  return text === '' || text.endsWith(' bytes') ? '' : `: ${text}`;
}

export function queueText(queue: MessageQueueView): string {
  const count = counted(queue.messages.length, 'message');
  return queue.system === 'posix'
    ? `${count} of ${queue.capacity} at most`
    : `${count}, ${queue.byteCount.toLocaleString('en')} of ${queue.capacity.toLocaleString('en')} bytes`;
}

/** How a message is chosen: by type or by priority. */
export function orderName({ system }: MessageQueueView): string {
  return system === 'posix' ? 'priority' : 'type';
}

export function lockText(
  lock: LockView,
  nameOf: (thread: NonNullable<LockView['owner']>) => string,
) {
  switch (lock.kind) {
    case 'mutex':
      return lock.owner === null ? 'free' : `locked by ${nameOf(lock.owner)}`;
    case 'read-write lock':
      if (lock.owner !== null) return `${nameOf(lock.owner)} writes`;
      return lock.count === 0 ? 'free' : counted(lock.count, 'reader');
    case 'barrier':
      return `${lock.waiting.length} of ${lock.wanted ?? 0} have arrived`;
    case 'condition':
    case 'futex':
      return '';
  }
}

export function sectionText({ section }: FileLockView): string {
  if (section === null) return 'whole file (flock)';
  return section.end === null
    ? `from byte ${section.start} on`
    : `bytes ${section.start} to ${section.end - 1}`;
}

export function addressText(address: number): string {
  return `0x${address.toString(16)}`;
}
