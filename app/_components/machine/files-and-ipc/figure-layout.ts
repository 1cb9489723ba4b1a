import type { FilesAndIpcView } from '@/lib/kernel/inspection/files-and-ipc/files-and-ipc';
import type { DescriptionView } from '@/lib/kernel/inspection/files-and-ipc/open-descriptions';
import type { OpenObject } from '@/lib/kernel/inspection/files-and-ipc/open-objects';
import { groupTables, type TableGroup } from './table-groups';
import { sharingText } from './words';

/** Where the boxes of the three columns stand, and the arrows between them. */
export type FigureLayout = {
  readonly groups: readonly Placed<TableGroup>[];
  readonly descriptions: readonly Placed<DescriptionView>[];
  readonly objects: readonly Placed<OpenObject>[];
  readonly arrows: readonly Arrow[];
  readonly height: number;
  /** Processes that have no box of their own: there is no end to such a drawing. */
  readonly leftOut: number;
};

type Placed<T> = { readonly of: T; readonly y: number; readonly height: number };

export type Arrow = {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** Whose descriptor it is; null: from a description to what it refers to. */
  readonly group: TableGroup | null;
};

export const COLUMN = {
  tables: { x: 12, width: 128 },
  descriptions: { x: 182, width: 132 },
  objects: { x: 356, width: 192 },
} as const;
export const WIDTH = COLUMN.objects.x + COLUMN.objects.width + 12;
export const HEAD = 28;
export const ROW = 24;
const TOP = 34;
const GAP = 10;
const LINE = 30;
const TWO_LINES = 46;
const WAITING = 20;
const GROUPS_MAX = 60;

export function layOutFigure(view: FilesAndIpcView): FigureLayout {
  const all = groupTables(view.tables);
  const shown = all.slice(0, GROUPS_MAX);
  const groups = stack(
    shown.map((of) => ({ of, height: HEAD + of.descriptors.length * ROW, wanted: 0 })),
  );

  // Each stands as far down as what first leads to it.
  const rows = new Map<number, number>();
  for (const { of, y } of groups)
    of.descriptors.forEach(({ description }, k) => {
      if (!rows.has(description)) rows.set(description, y + HEAD + (k + 0.5) * ROW);
    });
  const descriptions = stack(
    view.descriptions
      .filter(({ id, references }) => rows.has(id) || references > 0)
      .map((of) => {
        const height = sharingText(of) === '' ? LINE : TWO_LINES;
        return { of, height, wanted: (rows.get(of.id) ?? 0) - height / 2 };
      }),
  );
  const middles = new Map<string, number>();
  for (const { of, y, height } of descriptions)
    if (!middles.has(of.object)) middles.set(of.object, y + height / 2);
  const objects = stack(
    view.objects.map((of) => {
      const height = TWO_LINES + (of.waiting.length > 0 ? WAITING : 0);
      return { of, height, wanted: (middles.get(of.key) ?? 0) - height / 2 };
    }),
  );

  const { tables, descriptions: middle, objects: right } = COLUMN;
  const descriptionAt = new Map(descriptions.map(({ of, y, height }) => [of.id, y + height / 2]));
  const objectAt = new Map(objects.map(({ of, y, height }) => [of.key, y + height / 2]));
  const arrows: Arrow[] = [];
  for (const { of, y } of groups)
    of.descriptors.forEach(({ description }, k) => {
      const to = descriptionAt.get(description);
      if (to === undefined) return;
      arrows.push({
        from: { x: tables.x + tables.width, y: y + HEAD + (k + 0.5) * ROW },
        to: { x: middle.x, y: to },
        group: of,
      });
    });
  for (const { of, y, height } of descriptions) {
    const to = objectAt.get(of.object);
    if (to === undefined) continue;
    arrows.push({
      from: { x: middle.x + middle.width, y: y + height / 2 },
      to: { x: right.x, y: to },
      group: null,
    });
  }
  const bottom = [...groups, ...descriptions, ...objects].reduce(
    (lowest, { y, height }) => Math.max(lowest, y + height),
    TOP,
  );
  const leftOut = all.slice(GROUPS_MAX).reduce((sum, { pids }) => sum + pids.length, 0);
  return { groups, descriptions, objects, arrows, height: bottom + GAP, leftOut };
}

/** One below the other in order of the place that each wants, none over another. */
function stack<T>(
  boxes: readonly { readonly of: T; readonly height: number; readonly wanted: number }[],
): readonly Placed<T>[] {
  let y = TOP;
  return [...boxes]
    .sort((a, b) => a.wanted - b.wanted)
    .map(({ of, height, wanted }) => {
      const placed = { of, y: Math.max(y, wanted), height };
      y = placed.y + height + GAP;
      return placed;
    });
}
