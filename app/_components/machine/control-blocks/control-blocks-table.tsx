import type { ControlBlocksView } from '@/lib/kernel/inspection/control-blocks-view';
import { addressText } from '@/lib/vm/values/value-text';
import { reasonText, statusText } from '../../figures/process-texts';
import { nameOf } from '../memory/memory-words';
import type { ProcessNames } from '../process-names';
import { queueLook, timeText } from './control-words';

type ControlBlocksTableProps = {
  readonly view: ControlBlocksView;
  readonly names: ProcessNames;
};

export function ControlBlocksTable({ view: { blocks, queues }, names }: ControlBlocksTableProps) {
  return (
    <div className="space-y-3 p-2 text-sm">
      <table className="w-full border-collapse text-left tabular-nums [&_td]:border-b [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top [&_th]:border-b [&_th]:py-1 [&_th]:pr-3 [&_th]:font-semibold">
        <caption className="text-left font-semibold">List of all processes</caption>
        <thead>
          <tr>
            {[
              'Process',
              'pid',
              'Parent',
              'State',
              'Program counter',
              'Stack pointer',
              'Nice',
              'Files',
              'Processor time',
            ].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ pid, parent, state, status, threads, scheduling, files, accounting }) => {
            const registers = threads[0]?.registers;
            const reason = threads[0]?.reason ?? null;
            return (
              <tr key={pid}>
                <td>{nameOf(names, pid)}</td>
                <td>{pid}</td>
                <td>{parent}</td>
                <td>
                  {state}
                  {state === 'waiting' && reason !== null && ` ${reasonText(reason)}`}
                  {status !== null && `, ${statusText(status)}`}
                </td>
                <td>
                  {registers === undefined ? '' : addressText(registers.programCounter)}
                  {registers?.at != null && `, line ${registers.at.line}`}
                </td>
                <td>{registers === undefined ? '' : addressText(registers.stackPointer)}</td>
                <td>{scheduling.nice}</td>
                <td>{files.open.length + files.leftOut}</td>
                <td>{timeText(accounting.userNs + accounting.systemNs)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul>
        {queues.map((queue, k) => (
          <li key={k}>
            <span className="font-semibold">{queueLook(queue).name}:</span>{' '}
            {queue.members.length === 0
              ? 'empty'
              : queue.members.map((pid) => nameOf(names, pid)).join(' → ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
