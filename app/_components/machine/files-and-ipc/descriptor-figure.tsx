import { useMemo } from 'react';
import type { FilesAndIpcView } from '@/lib/kernel/inspection/files-and-ipc/files-and-ipc';
import type { OpenObject } from '@/lib/kernel/inspection/files-and-ipc/open-objects';
import type { Waiter } from '@/lib/kernel/inspection/files-and-ipc/waiter';
import { type RowKey, rowKey } from '@/lib/trace/files-and-ipc/changes';
import { cn } from '../../ui/class-names';
import type { ProcessNames } from '../process-names';
import { type Arrow, COLUMN, HEAD, layOutFigure, ROW, WIDTH } from './figure-layout';
import type { MadeBy } from './made-by';
import { isChanged, nameOf, namesOf, type TableGroup } from './table-groups';
import { accessText, contentText, kindText, sharingText } from './words';

type DescriptorFigureProps = {
  readonly view: FilesAndIpcView;
  readonly names: ProcessNames;
  readonly changed: ReadonlySet<RowKey>;
  readonly madeBy: MadeBy;
};

const HEADS = [
  { column: COLUMN.tables, text: 'Descriptors' },
  { column: COLUMN.descriptions, text: 'Open files' },
  { column: COLUMN.objects, text: 'What they are' },
];

/** Descriptor tables, open file descriptions and what they refer to, from left to right. */
export function DescriptorFigure({ view, names, changed, madeBy }: DescriptorFigureProps) {
  const layout = useMemo(() => layOutFigure(view), [view]);
  if (view.tables.length === 0)
    return <p className="p-3 text-sm text-muted">All processes have ended: nothing is open.</p>;
  return (
    <div className="relative" style={{ width: WIDTH, height: layout.height }}>
      <svg
        width={WIDTH}
        height={layout.height}
        aria-hidden
        className="pointer-events-none absolute inset-0"
      >
        {layout.arrows.map((arrow, k) => (
          <ArrowLine key={k} arrow={arrow} color={colorOf(arrow.group, names)} />
        ))}
      </svg>
      {HEADS.map(({ column, text }) => (
        <h4
          key={text}
          style={{ left: column.x, width: column.width }}
          className="absolute top-2 truncate text-sm font-semibold text-muted"
        >
          {text}
        </h4>
      ))}
      {layout.groups.map(({ of, y, height }) => (
        <section
          key={of.pids[0]}
          aria-label={`Descriptors of ${namesOf(of.pids, names)}`}
          data-table-of={of.pids.join(' ')}
          style={{ ...box(COLUMN.tables, y, height), borderTopColor: colorOf(of, names) }}
          className="absolute overflow-hidden rounded-md border border-t-4 border-edge bg-surface text-sm"
        >
          <h5
            style={{ height: HEAD - 5 }}
            className="truncate px-2 font-medium"
            title={namesOf(of.pids, names)}
          >
            {namesOf(of.pids, names)}
          </h5>
          <ul>
            {of.descriptors.map(({ fd, closeOnExec, description }) => (
              <li
                key={fd}
                data-fd={fd}
                data-description={description}
                style={{ height: ROW }}
                className="flex items-center gap-1 border-t px-2"
              >
                {madeBy.descriptor(of.pids[0], fd, <code>{fd}</code>)}
                {closeOnExec && (
                  <abbr title="closed when another program is executed" className="no-underline">
                    x
                  </abbr>
                )}
                <Mark isShown={isChanged(of, fd, changed)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {layout.descriptions.map(({ of, y, height }) => (
        <div
          key={of.id}
          data-open-file={of.id}
          style={box(COLUMN.descriptions, y, height)}
          className="absolute rounded-md border border-edge bg-surface px-2 py-1 text-sm leading-tight"
        >
          <p className="truncate" title={accessText(of)}>
            {accessText(of)}
          </p>
          {sharingText(of) !== '' && (
            <p className="truncate text-muted" title={sharingText(of)}>
              {sharingText(of)}
            </p>
          )}
          <Mark isShown={changed.has(rowKey('description', of.id))} />
        </div>
      ))}
      {layout.objects.map(({ of, y, height }) => (
        <div
          key={of.key}
          data-object={of.key}
          style={box(COLUMN.objects, y, height)}
          className={cn(
            'absolute border border-edge bg-surface px-2 py-1 text-sm leading-tight',
            isChannel(of) ? 'rounded-full px-5' : 'rounded-sm',
          )}
        >
          <p className="truncate" title={`${of.name}, ${kindText(of)}`}>
            <span className="font-medium">{of.name}</span>{' '}
            {!of.name.startsWith(kindText(of)) && (
              <span className="text-muted">{kindText(of)}</span>
            )}
          </p>
          <p className="truncate font-mono text-2xs" title={contentText(of)}>
            {contentText(of)}
          </p>
          {of.waiting.length > 0 && <WaitingLine waiting={of.waiting} names={names} />}
          <Mark isShown={changed.has(rowKey('object', of.key))} />
        </div>
      ))}
      {layout.leftOut > 0 && (
        <p className="absolute bottom-0 left-3 text-sm text-muted">
          and {layout.leftOut} processes more: the table has all
        </p>
      )}
    </div>
  );
}

/** Bytes go through it. */
function isChannel({ body }: OpenObject): boolean {
  return body.kind === 'pipe' || body.kind === 'socket';
}

function WaitingLine({
  waiting,
  names,
}: {
  readonly waiting: readonly Waiter[];
  readonly names: ProcessNames;
}) {
  const text = waiting.map(({ thread, wants }) => `${nameOf(thread, names)} (${wants})`).join(', ');
  return (
    <p className="truncate pt-0.5 text-muted" title={`waiting: ${text}`}>
      waiting: {text}
    </p>
  );
}

/** Something here is not as it was at the moment shown before. */
export function Mark({ isShown }: { readonly isShown: boolean }) {
  if (!isShown) return null;
  return (
    <span className="absolute -top-1 -right-1 size-3 rounded-full border-2 border-surface bg-accent in-[li]:static in-[td]:static in-[td]:inline-block">
      <span className="sr-only">changed</span>
    </span>
  );
}

function ArrowLine({
  arrow: { from, to },
  color,
}: {
  readonly arrow: Arrow;
  readonly color: string;
}) {
  const bend = (to.x - from.x) / 2;
  const tip = to.x - 5;
  return (
    <>
      <path
        d={`M ${from.x} ${from.y} C ${from.x + bend} ${from.y}, ${tip - bend} ${to.y}, ${tip} ${to.y}`}
        fill="none"
        stroke={color}
        strokeWidth={1.5}
      />
      <path d={`M ${to.x} ${to.y} l -8 -4 v 8 z`} fill={color} />
    </>
  );
}

function colorOf(group: TableGroup | null, names: ProcessNames): string {
  if (group === null || group.pids.length > 1) return 'var(--muted)';
  return names.get(group.pids[0])?.color ?? 'var(--muted)';
}

function box(
  { x, width }: { readonly x: number; readonly width: number },
  y: number,
  height: number,
) {
  return { left: x, top: y, width, height };
}
