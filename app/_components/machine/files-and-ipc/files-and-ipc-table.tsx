import type { ReactNode } from 'react';
import type { FilesAndIpcView } from '@/lib/kernel/inspection/files-and-ipc/files-and-ipc';
import type { Waiter } from '@/lib/kernel/inspection/files-and-ipc/waiter';
import { type RowKey, rowKey } from '@/lib/trace/files-and-ipc/changes';
import type { ProcessNames } from '../process-names';
import { Mark } from './descriptor-figure';
import type { MadeBy } from './made-by';
import { groupTables, isChanged, nameOf } from './table-groups';
import {
  accessText,
  addressText,
  bytesText,
  contentText,
  kindText,
  lockText,
  orderName,
  sectionText,
} from './words';

type FilesAndIpcTableProps = {
  readonly view: FilesAndIpcView;
  readonly names: ProcessNames;
  readonly changed: ReadonlySet<RowKey>;
  readonly madeBy: MadeBy;
};

type Row = {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly isChanged: boolean;
};

/** What the figure shows, in words. */
export function FilesAndIpcTable({ view, names, changed, madeBy }: FilesAndIpcTableProps) {
  const name = (thread: Waiter['thread']): string => nameOf(thread, names);
  const waiting = (all: readonly Waiter[]): string =>
    all.map(({ thread, wants }) => `${name(thread)} (${wants})`).join(', ');
  const descriptions = new Map(view.descriptions.map((each) => [each.id, each]));
  const objects = new Map(view.objects.map((each) => [each.key, each]));
  return (
    <div className="space-y-5 p-3 text-sm">
      <Rows
        title="Descriptors"
        heads={['Of', 'Descriptor', 'Open file', 'Access', 'Flags', 'References', 'Refers to']}
        rows={groupTables(view.tables).flatMap((group) =>
          group.descriptors.map(({ fd, description: id, closeOnExec }) => {
            const description = descriptions.get(id);
            const flags = [
              ...(closeOnExec ? ['close on exec'] : []),
              ...(description?.flags ?? []),
            ];
            return {
              key: `${group.pids[0]} ${fd}`,
              cells: [
                group.pids.map(name).join(', '),
                madeBy.descriptor(group.pids[0], fd, fd),
                id,
                description === undefined ? '' : accessText(description),
                flags.join(', '),
                description?.references ?? '',
                objects.get(description?.object ?? '')?.name ?? '',
              ],
              isChanged: isChanged(group, fd, changed) || changed.has(rowKey('description', id)),
            };
          }),
        )}
      />
      <Rows
        title="What is open"
        heads={['Name', 'Kind', 'Content', 'Waiting']}
        rows={view.objects.map((object) => ({
          key: object.key,
          cells: [object.name, kindText(object), contentText(object), waiting(object.waiting)],
          isChanged: changed.has(rowKey('object', object.key)),
        }))}
      />
      <Rows
        title="Shared memory"
        heads={['Name', 'Bytes', 'Attached to']}
        rows={view.sharedMemory.map((memory) => ({
          key: memory.key,
          cells: [
            madeBy.memory(memory, memory.name),
            memory.byteCount,
            memory.attachments
              .map(
                ({ pid, address, isWritable }) =>
                  `${name(pid)} at ${addressText(address)}${isWritable ? '' : ', read only'}`,
              )
              .join('; '),
          ],
          isChanged: changed.has(rowKey('memory', memory.key)),
        }))}
      />
      <Rows
        title="Mailboxes"
        heads={['Name', 'Messages, in order', 'Waiting']}
        rows={view.messageQueues.map((queue) => ({
          key: queue.key,
          cells: [
            madeBy.queue(queue.name),
            queue.messages
              .map(({ type, bytes }) => `${orderName(queue)} ${type}: ${bytesText(bytes)}`)
              .join('; '),
            waiting(queue.waiting),
          ],
          isChanged: changed.has(rowKey('queue', queue.key)),
        }))}
      />
      <Rows
        title="Semaphores"
        heads={['Name', 'Value', 'Waiting', 'In the memory of']}
        rows={view.semaphores.map((semaphore) => ({
          key: semaphore.key,
          cells: [
            madeBy.semaphore(semaphore),
            semaphore.value,
            waiting(semaphore.waiting),
            semaphore.privateTo === null ? 'all that share it' : name(semaphore.privateTo),
          ],
          isChanged: changed.has(rowKey('semaphore', semaphore.key)),
        }))}
      />
      <Rows
        title="Locks of threads"
        heads={['Name', 'Kind', 'State', 'Waiting', 'In the memory of']}
        rows={view.locks.map((lock) => ({
          key: lock.key,
          cells: [
            lock.name,
            lock.kind,
            lockText(lock, name),
            waiting(lock.waiting),
            lock.privateTo === null ? 'all that share it' : name(lock.privateTo),
          ],
          isChanged: changed.has(rowKey('lock', lock.key)),
        }))}
      />
      <Rows
        title="Locks on files"
        heads={['File', 'Section', 'Kind', 'Held by', 'Waited for by']}
        rows={view.fileLocks.map((lock) => ({
          key: lock.key,
          cells: [
            lock.path,
            sectionText(lock),
            lock.isExclusive ? 'exclusive' : 'shared',
            lock.waiting !== null
              ? ''
              : lock.owner.kind === 'process'
                ? name(lock.owner.pid)
                : `open file ${lock.owner.id}`,
            lock.waiting === null ? '' : name(lock.waiting),
          ],
          isChanged: changed.has(rowKey('file-lock', lock.key)),
        }))}
      />
    </div>
  );
}

function Rows({
  title,
  heads,
  rows,
}: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}) {
  if (rows.length === 0) return null;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left tabular-nums [&_td]:border-b [&_td]:py-1 [&_td]:pr-4 [&_td]:align-top [&_th]:border-b [&_th]:py-1 [&_th]:pr-4 [&_th]:font-semibold">
        <caption className="pb-1 text-left font-semibold text-muted">{title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isChanged: hasChanged }) => (
            <tr key={key} data-key={key} className={hasChanged ? 'bg-accent-soft' : undefined}>
              {cells.map((cell, k) => (
                <td key={k}>
                  {cell}
                  {k === 0 && (
                    <>
                      {' '}
                      <Mark isShown={hasChanged} />
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
