/**
 * Lost wake-ups: somebody signals a condition variable (or sends a signal) while nobody waits for it, and
 * later a thread waits for it for ever. A semaphore would have kept the unit.
 */
import type { SourcePosition } from '../../kernel/events';
import { pid } from '../../kernel/pid';
import type { Occurrence, SharedObject } from '../occurrence';
import { waitObject } from '../operations/follower';
import type { Violation } from '../result';
import { lineText, type Scene } from '../scene';
import type { ThreadId } from '../system';
import type { EndKind } from './observer';
import type { Judge, Property } from './property';

export function lostWakeup(): Property {
  return {
    kind: 'lost-wakeup',
    needs: 'executions',
    judge: () => new LostWakeupJudge(new Map()),
  };
}

class LostWakeupJudge implements Judge {
  constructor(
    /** The first notification of each object that nobody waited for. */
    private readonly unheard: Map<string, Unheard>,
  ) {}

  stepped({ actions }: Occurrence): null {
    for (const action of actions) {
      if (action.kind !== 'notify' || action.woken > 0) continue;
      const key = keyOf(action.object);
      if (!this.unheard.has(key)) this.unheard.set(key, { by: action.thread, at: action.at });
    }
    return null;
  }

  ended(end: EndKind, scene: Scene): Violation | null {
    if (end === 'finished') return null;
    for (const thread of scene.threads()) {
      const waiting = scene.kernel.state.threads.get(pid(thread));
      if (waiting?.wait == null) continue;
      const object = waitObject(scene.kernel, waiting, waiting.wait);
      if (object === null) continue;
      const lost = this.unheard.get(keyOf(object));
      if (lost === undefined) continue;
      const at = scene.positionOf(thread);
      const name = object.kind === 'signal' ? 'it' : scene.objectName(thread, object);
      const signalled =
        object.kind === 'signal'
          ? `sent ${scene.nameOf(thread)} a signal${lineText(lost.at)} before it waited for one`
          : `signalled ${name}${lineText(lost.at)} when nobody waited for it`;
      return {
        kind: 'lost-wakeup',
        message: `A wake-up was lost: ${scene.nameOf(lost.by)} ${signalled}; ${scene.nameOf(thread)} waits${lineText(at)} for ever, since nobody signals again.`,
        location: at,
        details: { thread, signalled: lost.at },
      };
    }
    return null;
  }

  clone(): LostWakeupJudge {
    return new LostWakeupJudge(new Map(this.unheard));
  }

  key(): string {
    return [...this.unheard.keys()].sort().join('\n');
  }
}

interface Unheard {
  readonly by: ThreadId;
  readonly at: SourcePosition | null;
}

function keyOf({ kind, key }: SharedObject): string {
  return `${kind} ${key}`;
}
