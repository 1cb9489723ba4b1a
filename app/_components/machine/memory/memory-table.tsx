import type { MemoryOfProcess, PresentMemory } from '@/lib/kernel/inspection/memory-view';
import type { Value } from '@/lib/vm/values/value';
import { addressText, valueText } from '@/lib/vm/values/value-text';
import type { ProcessNames } from '../process-names';
import { bytesText, nameOf, pagesText } from './memory-words';

type MemoryTableProps = {
  readonly processes: readonly MemoryOfProcess[];
  readonly names: ProcessNames;
};

type Row = {
  readonly region: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly address: string;
  readonly note: string;
};

/** Everything that the maps show, line by line, from low to high addresses; frames innermost first. */
export function MemoryTable({ processes, names }: MemoryTableProps) {
  return (
    <div className="space-y-4 p-2">
      {processes.map((memory) => (
        <table
          key={memory.pid}
          className="w-full border-collapse text-left text-sm tabular-nums [&_td]:border-b [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top [&_th]:border-b [&_th]:py-1 [&_th]:pr-3 [&_th]:font-semibold"
        >
          <caption className="text-left font-semibold">{nameOf(names, memory.pid)}</caption>
          <thead>
            <tr>
              <th scope="col">Region</th>
              <th scope="col">Name</th>
              <th scope="col">Type</th>
              <th scope="col">Value</th>
              <th scope="col">Address</th>
              <th scope="col">Besides</th>
            </tr>
          </thead>
          <tbody>
            {memory.kind === 'present' ? (
              rowsOf(memory, names).map(({ region, name, type, value, address, note }, k) => (
                <tr key={k}>
                  <td>{region}</td>
                  <td>
                    <code>{name}</code>
                  </td>
                  <td>
                    <code>{type}</code>
                  </td>
                  <td className="break-all">
                    <code>{value}</code>
                  </td>
                  <td className="font-mono text-2xs">{address}</td>
                  <td>{note}</td>
                </tr>
              ))
            ) : (
              <tr>
                <td colSpan={6}>
                  {memory.kind === 'zombie'
                    ? 'ended: no memory is left'
                    : 'not there at this moment'}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function rowsOf({ regions }: PresentMemory, names: ProcessNames): readonly Row[] {
  return regions.flatMap(({ kind, from, to, pages, contents }): readonly Row[] => {
    const head: Row = {
      region: kind,
      name: '',
      type: '',
      value: bytesText(to - from),
      address: `${addressText(from)}–${addressText(to)}`,
      note: pagesText(pages, names),
    };
    const row = (of: Partial<Row>, address: number): Row => ({
      region: kind,
      name: '',
      type: '',
      value: '',
      note: '',
      ...of,
      address: addressText(address),
    });
    const shown = (value: Value | null) => (value === null ? '' : valueText(value));
    switch (contents.kind) {
      case 'code':
        return [
          head,
          ...contents.functions.map(({ name, address, bytes }) =>
            row({ name: `${name}()`, value: bytesText(bytes) }, address),
          ),
        ];
      case 'variables':
        return [
          head,
          ...contents.variables.map(({ name, type, value, address, difference }) =>
            row(
              { name, type, value: shown(value), note: differenceText(difference, names) },
              address,
            ),
          ),
        ];
      case 'blocks':
        return [
          head,
          ...contents.blocks.map(
            ({ address, bytes, state, type, value, allocatedAt, difference }) =>
              row(
                {
                  name: state === 'freed' ? 'freed block' : 'block',
                  type: type ?? '',
                  value: shown(value),
                  note: [
                    bytesText(bytes),
                    allocatedAt === null ? '' : `from line ${allocatedAt.line}`,
                    differenceText(difference, names),
                  ]
                    .filter((text) => text !== '')
                    .join(', '),
                },
                address,
              ),
          ),
        ];
      case 'mapping': {
        const { name, type, value, attached } = contents.mapping;
        const note = `in the memory of ${attached.map(({ pid }) => nameOf(names, pid)).join(', ')}`;
        return [head, row({ name, type: type ?? '', value: shown(value), note }, from)];
      }
      case 'frames': {
        const locals = contents.frames.flatMap((frame) => [
          row(
            {
              name: `${frame.function}()`,
              note: frame.isLibrary
                ? 'C library'
                : frame.at === null
                  ? ''
                  : `frame, at line ${frame.at.line}`,
            },
            frame.from,
          ),
          ...frame.variables.map(({ name, type, value, address, difference }) =>
            row(
              { name, type, value: shown(value), note: differenceText(difference, names) },
              address,
            ),
          ),
        ]);
        return [head, ...locals];
      }
      case 'strings':
        return [
          head,
          ...contents.strings.map(({ name, address, text }) => row({ name, value: text }, address)),
        ];
    }
  });
}

function differenceText(
  difference: { readonly inParent: string | null; readonly atFork: string } | null,
  _names: ProcessNames,
): string {
  if (difference === null) return '';
  const { inParent, atFork } = difference;
  return inParent === null ? `at the fork ${atFork}` : `its parent has ${inParent}`;
}
