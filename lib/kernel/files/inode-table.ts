/**
 * The inodes of the file system by number, in layers, so that a snapshot costs what was looked at since
 * the last one and not what there is: most of a machine's files are never touched. Who asks for an inode
 * may change it, so it gets the newest layer's own copy; older layers are shared between snapshots, and
 * between machines that begin with the same files, and never written to.
 */
import { cloneContent, type Inode } from './inode';

export interface InodeTable {
  /** Asked for since the last snapshot; null: freed. */
  own: Map<number, Inode | null>;
  /** Asked for in earlier spans. */
  recent: ReadonlyMap<number, Inode | null>;
  settled: ReadonlyMap<number, Inode>;
}

/** A larger `recent` layer becomes part of the settled one. */
const RECENT_MAX = 32;

export function newInodeTable(): InodeTable {
  return { own: new Map(), recent: new Map(), settled: new Map() };
}

/** To be read or changed. */
export function findInode(table: InodeTable, number: number): Inode | undefined {
  const own = table.own.get(number);
  if (own !== undefined) return own ?? undefined;
  const recent = table.recent.get(number);
  const shared = recent === undefined ? table.settled.get(number) : recent;
  if (shared === undefined || shared === null) return undefined;
  const inode = { ...shared, content: cloneContent(shared.content) };
  table.own.set(number, inode);
  return inode;
}

/** To be read only. */
export function peekInode(
  { own, recent, settled }: InodeTable,
  number: number,
): Readonly<Inode> | undefined {
  const found = own.get(number) ?? (own.has(number) ? null : recent.get(number));
  const shared = found === undefined ? settled.get(number) : found;
  return shared ?? undefined;
}

export function putInode(table: InodeTable, inode: Inode): void {
  table.own.set(inode.number, inode);
}

export function deleteInode(table: InodeTable, number: number): void {
  table.own.set(number, null);
}

/** To be read only, by number. */
export function allInodes({ own, recent, settled }: InodeTable): readonly Readonly<Inode>[] {
  return [...joined(settled, joined(recent, own)).values()]
    .filter((inode) => inode !== null)
    .sort((a, b) => a.number - b.number);
}

export function cloneInodeTable(table: InodeTable): InodeTable {
  if (table.own.size > 0) {
    table.recent = joined(table.recent, table.own);
    table.own = new Map();
  }
  if (table.recent.size > RECENT_MAX) {
    table.settled = new Map(allInodes(table).map((inode) => [inode.number, inode]));
    table.recent = new Map();
  }
  return { own: new Map(), recent: table.recent, settled: table.settled };
}

function joined(
  older: ReadonlyMap<number, Inode | null>,
  newer: ReadonlyMap<number, Inode | null>,
): ReadonlyMap<number, Inode | null> {
  if (older.size === 0) return newer;
  const both = new Map(older);
  for (const [number, inode] of newer) both.set(number, inode);
  return both;
}
