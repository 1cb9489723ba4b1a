import { valueText } from '@/lib/vm/values/value-text';
import type { Value } from '@/lib/vm/values/value';
import type { MemoryOfProcess, PresentMemory } from '@/lib/kernel/inspection/memory-view';

/** What is drawn anew or otherwise than before, by keys of objects and their parts. */
export type Marks = ReadonlySet<string>;

/** Of a variable, a heap block or a mapping; its parts' follow with their paths. */
export function objectKey(address: number, name: string): string {
  return `${address.toString(16)} ${name}`;
}

/** Objects of which some value is another one than a moment before, and the parts that it is. */
export function changedSince(before: MemoryOfProcess | null, now: PresentMemory): Marks {
  const changed = new Set<string>();
  if (before?.kind !== 'present') return changed;
  const earlier = textsOf(before);
  for (const [key, text] of textsOf(now)) {
    const was = earlier.get(key);
    if (was === undefined || was === text) continue;
    changed.add(key);
  }
  return changed;
}

/** Heap blocks and calls that were not there a moment before. */
export function newSince(before: MemoryOfProcess | null, now: PresentMemory): Marks {
  const fresh = new Set<string>();
  if (before?.kind !== 'present') return fresh;
  const had = thingsOf(before);
  for (const key of thingsOf(now)) if (!had.has(key)) fresh.add(key);
  return fresh;
}

/** Of a parent, the objects that a child beside it has otherwise. */
export function differingFrom(child: MemoryOfProcess | null, parent: PresentMemory): Marks {
  if (child?.kind !== 'present' || child.copyOf !== parent.pid) return new Set();
  return new Set([...objectsOf(child)].flatMap(({ key, differs }) => (differs ? [key] : [])));
}

type Described = {
  readonly key: string;
  readonly value: Value | null;
  readonly differs: boolean;
};

function* objectsOf({ regions }: PresentMemory): Generator<Described> {
  for (const { contents, from } of regions) {
    switch (contents.kind) {
      case 'variables':
        for (const { address, name, value, difference } of contents.variables)
          yield { key: objectKey(address, name), value, differs: difference !== null };
        break;
      case 'frames': {
        const locals = contents.frames.flatMap(({ variables }) => variables);
        for (const { address, name, value, difference } of [...locals, ...contents.threadLocals])
          yield { key: objectKey(address, name), value, differs: difference !== null };
        break;
      }
      case 'blocks':
        for (const { address, value, difference } of contents.blocks)
          yield { key: objectKey(address, ''), value, differs: difference !== null };
        break;
      case 'mapping':
        yield { key: objectKey(from, ''), value: contents.mapping.value, differs: false };
        break;
      case 'code':
      case 'strings':
    }
  }
}

function textsOf(memory: PresentMemory): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (key: string, value: Value) => {
    texts.set(key, valueText(value));
    if (value.kind === 'record' || value.kind === 'array')
      for (const part of value.parts) add(key + part.name, part.value);
  };
  for (const { key, value } of objectsOf(memory)) if (value !== null) add(key, value);
  return texts;
}

function thingsOf({ regions }: PresentMemory): ReadonlySet<string> {
  return new Set(
    regions.flatMap(({ contents }) => {
      if (contents.kind === 'frames')
        return contents.frames.map((each) => objectKey(each.to, each.function));
      return contents.kind === 'blocks'
        ? contents.blocks.map(({ address, state }) => objectKey(address, state))
        : [];
    }),
  );
}
