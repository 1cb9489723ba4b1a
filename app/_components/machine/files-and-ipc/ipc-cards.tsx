import type { ReactNode } from 'react';
import type { FilesAndIpcView } from '@/lib/kernel/inspection/files-and-ipc/files-and-ipc';
import type { Waiter } from '@/lib/kernel/inspection/files-and-ipc/waiter';
import { type RowKey, rowKey } from '@/lib/trace/files-and-ipc/changes';
import type { Pid } from '@/lib/kernel/pid';
import type { ProcessNames } from '../process-names';
import { Mark } from './descriptor-figure';
import type { MadeBy } from './made-by';
import { nameOf } from './table-groups';
import {
  addressText,
  bytesText,
  counted,
  lockText,
  orderName,
  queueText,
  sectionText,
} from './words';

type IpcCardsProps = {
  readonly view: FilesAndIpcView;
  readonly names: ProcessNames;
  readonly changed: ReadonlySet<RowKey>;
  readonly madeBy: MadeBy;
};

/** So many of a queue or a mailbox are drawn. */
const DRAWN_MAX = 12;

/** Shared memory, mailboxes, semaphores and locks, with their queues. */
export function IpcCards({ view, names, changed, madeBy }: IpcCardsProps) {
  const { sharedMemory, messageQueues, semaphores, locks, fileLocks } = view;
  return (
    <div className="space-y-4 px-3 pb-3">
      <Group title="Shared memory" isShown={sharedMemory.length > 0}>
        {sharedMemory.map((memory) => (
          <Card key={memory.key} of={rowKey('memory', memory.key)} changed={changed}>
            <h5 className="font-medium">
              {madeBy.memory(memory, memory.name)}{' '}
              <span className="font-normal text-muted">
                {counted(memory.byteCount, 'byte')}
                {memory.segment?.isRemoved === true && ', goes with the last detach'}
              </span>
            </h5>
            {memory.attachments.length === 0 && <p className="text-muted">attached to nobody</p>}
            <ul className="space-y-1 pt-1">
              {memory.attachments.slice(0, DRAWN_MAX).map(({ pid, address, isWritable }) => (
                <li key={`${pid} ${address}`} className="flex flex-wrap items-baseline gap-x-2">
                  <Who thread={pid} names={names} />
                  <code className="text-2xs">{addressText(address)}</code>
                  {!isWritable && <span className="text-muted">read only</span>}
                </li>
              ))}
            </ul>
            <More of={memory.attachments} />
          </Card>
        ))}
      </Group>
      <Group title="Mailboxes" isShown={messageQueues.length > 0}>
        {messageQueues.map((queue) => (
          <Card key={queue.key} of={rowKey('queue', queue.key)} changed={changed}>
            <h5 className="font-medium">
              {madeBy.queue(queue.name)}{' '}
              <span className="font-normal text-muted">{queueText(queue)}</span>
            </h5>
            <ol aria-label="Messages" className="flex flex-wrap gap-1 pt-1">
              {queue.messages.slice(0, DRAWN_MAX).map(({ type, bytes }, k) => (
                <li
                  key={k}
                  className="max-w-40 rounded-sm border border-edge bg-sunken px-1.5 py-0.5"
                >
                  <span className="block text-2xs text-muted">
                    {orderName(queue)} {type}
                  </span>
                  <span className="block truncate font-mono text-2xs" title={bytesText(bytes)}>
                    {bytesText(bytes)}
                  </span>
                </li>
              ))}
            </ol>
            <More of={queue.messages} />
            <Queue waiting={queue.waiting} names={names} />
          </Card>
        ))}
      </Group>
      <Group title="Semaphores" isShown={semaphores.length > 0}>
        {semaphores.map((semaphore) => (
          <Card key={semaphore.key} of={rowKey('semaphore', semaphore.key)} changed={changed}>
            <div className="flex items-center gap-2">
              <span
                data-value={semaphore.value}
                className="grid size-9 shrink-0 place-items-center rounded-md border-2 border-edge bg-sunken font-mono font-semibold"
              >
                {semaphore.value}
              </span>
              <h5 className="min-w-0 font-medium break-words">
                {madeBy.semaphore(semaphore)}
                <Private to={semaphore.privateTo} names={names} />
              </h5>
            </div>
            <Queue waiting={semaphore.waiting} names={names} />
          </Card>
        ))}
      </Group>
      <Group title="Locks of threads" isShown={locks.length > 0}>
        {locks.map((lock) => (
          <Card key={lock.key} of={rowKey('lock', lock.key)} changed={changed}>
            <h5 className="font-medium">
              {lock.name} <span className="font-normal text-muted">{lock.kind}</span>
              <Private to={lock.privateTo} names={names} />
            </h5>
            <p>{lockText(lock, (thread) => nameOf(thread, names))}</p>
            <Queue waiting={lock.waiting} names={names} />
          </Card>
        ))}
      </Group>
      <Group title="Locks on files" isShown={fileLocks.length > 0}>
        {fileLocks.map((lock) => (
          <Card key={lock.key} of={rowKey('file-lock', lock.key)} changed={changed}>
            <h5 className="font-medium break-words">{lock.path}</h5>
            <p>
              {sectionText(lock)}, {lock.isExclusive ? 'exclusive' : 'shared'}
            </p>
            <p className="text-muted">
              {lock.waiting === null ? 'held by ' : 'waited for by '}
              {lock.owner.kind === 'process'
                ? nameOf(lock.owner.pid, names)
                : lock.waiting === null
                  ? `open file ${lock.owner.id}`
                  : nameOf(lock.waiting, names)}
            </p>
          </Card>
        ))}
      </Group>
    </div>
  );
}

function Group({
  title,
  isShown,
  children,
}: {
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}) {
  if (!isShown) return null;
  return (
    <section aria-label={title}>
      <h4 className="pb-1 text-sm font-semibold text-muted">{title}</h4>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-2">{children}</div>
    </section>
  );
}

function Card({
  of,
  changed,
  children,
}: {
  readonly of: RowKey;
  readonly changed: ReadonlySet<RowKey>;
  readonly children: ReactNode;
}) {
  return (
    <article
      data-row={of}
      className="relative rounded-md border border-edge bg-surface p-2 text-sm"
    >
      {children}
      <Mark isShown={changed.has(of)} />
    </article>
  );
}

/** The head of the queue, who comes first, is on the left. */
function Queue({
  waiting,
  names,
}: {
  readonly waiting: readonly Waiter[];
  readonly names: ProcessNames;
}) {
  if (waiting.length === 0) return null;
  return (
    <>
      <ol
        aria-label="Waiting, the first one first"
        className="flex flex-wrap items-center gap-1 pt-1"
      >
        <li aria-hidden className="text-muted">
          ←
        </li>
        {waiting.slice(0, DRAWN_MAX).map(({ thread, wants }) => (
          <li key={thread}>
            <Who thread={thread} names={names} /> <span className="text-muted">{wants}</span>
          </li>
        ))}
      </ol>
      <More of={waiting} />
    </>
  );
}

function Who({ thread, names }: { readonly thread: Pid; readonly names: ProcessNames }) {
  return (
    <span
      style={{ borderColor: names.get(thread)?.color ?? 'var(--edge)' }}
      className="inline-block rounded-full border-2 px-2 leading-snug"
    >
      {nameOf(thread, names)}
    </span>
  );
}

function Private({ to, names }: { readonly to: Pid | null; readonly names: ProcessNames }) {
  if (to === null) return null;
  return (
    <span className="block text-2xs font-normal text-muted">
      in the memory of {nameOf(to, names)} only
    </span>
  );
}

function More({ of }: { readonly of: readonly unknown[] }) {
  if (of.length <= DRAWN_MAX) return null;
  return <p className="text-muted">and {of.length - DRAWN_MAX} more</p>;
}
