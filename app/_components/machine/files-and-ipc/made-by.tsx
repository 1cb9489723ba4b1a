import type { ReactNode } from 'react';
import type { SourcePosition, TraceEvent } from '@/lib/kernel/events';
import type { SemaphoreView } from '@/lib/kernel/inspection/files-and-ipc/semaphores';
import type { SharedMemoryView } from '@/lib/kernel/inspection/files-and-ipc/shared-memory';
import type { Pid } from '@/lib/kernel/pid';
import { type Making, Makings } from '@/lib/trace/files-and-ipc/makings';

/** Turns names into ways to the call that made what they name, where it is in the run. */
export class MadeBy {
  private static readonly known = new WeakMap<readonly TraceEvent[], Makings>();

  constructor(
    private readonly events: readonly TraceEvent[],
    private readonly position: number,
    private readonly go: (step: number, at: SourcePosition | null) => void,
  ) {}

  descriptor(process: Pid, fd: number, name: ReactNode): ReactNode {
    return this.link(this.makings.descriptor(process, fd, this.position), name);
  }

  memory({ segment, attachments }: SharedMemoryView, name: ReactNode): ReactNode {
    const [first] = attachments;
    const making =
      segment !== null
        ? this.makings.object(`segment ${segment.id}`)
        : first === undefined
          ? null
          : this.makings.mapping(first.pid, first.address, this.position);
    return this.link(making, name);
  }

  queue(name: string): ReactNode {
    return this.link(this.makings.object(name), name);
  }

  semaphore({ kind, name, place }: SemaphoreView): ReactNode {
    switch (kind) {
      case 'system-v':
        return this.link(this.makings.object(name.split(',')[0] ?? name), name);
      case 'named':
        return this.link(this.makings.object(name), name);
      case 'in memory':
        return this.link(
          place === null ? null : this.makings.semaphore(place.pid, place.address, this.position),
          name,
        );
    }
  }

  private get makings(): Makings {
    const known = MadeBy.known.get(this.events) ?? new Makings(this.events);
    MadeBy.known.set(this.events, known);
    return known;
  }

  private link(making: Making | null, name: ReactNode): ReactNode {
    if (making === null) return name;
    const { step, at } = making;
    return (
      <button
        type="button"
        className="link text-left"
        title={at === null ? 'Where it was made' : `Made at line ${at.line}`}
        onClick={() => this.go(step, at)}
      >
        {name}
        {at !== null && <span className="sr-only">, made at line {at.line}</span>}
      </button>
    );
  }
}
