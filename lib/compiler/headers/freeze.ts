/** Freezes what a header declares, types and all: one program must not change what the next one sees. */
import type { SharedDeclarations } from '../check/checker';

export function freezeDeclared({ names, tags }: SharedDeclarations): void {
  const pending: object[] = [...names.values(), ...tags.values()];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Object.isFrozen(value)) continue;
    Object.freeze(value);
    for (const [key, part] of Object.entries(value) as [string, unknown][]) {
      // A place in a file is never written to; the file is the host's.
      if (key !== 'span' && typeof part === 'object' && part !== null) pending.push(part);
    }
  }
}
