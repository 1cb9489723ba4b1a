/** Deadlock: some threads are left, and none can go on. Told as the wait-for graph. */
import type { Occurrence } from '../occurrence';
import type { Violation } from '../result';
import type { Scene } from '../scene';
import type { EndKind } from './observer';
import type { Judge, Property } from './property';
import { UnitsHeld, waitText } from './waits-for';

export function deadlock(): Property {
  return { kind: 'deadlock', needs: 'executions', judge: () => new DeadlockJudge(new UnitsHeld()) };
}

class DeadlockJudge implements Judge {
  constructor(private readonly held: UnitsHeld) {}

  stepped(occurrence: Occurrence): null {
    this.held.follow(occurrence);
    return null;
  }

  ended(end: EndKind, scene: Scene): Violation | null {
    if (end !== 'deadlock') return null;
    const graph = this.held.waitForGraph(scene);
    const sentences = graph.map((edge) => waitText(edge));
    return {
      kind: 'deadlock',
      message: `Deadlock: ${sentences.join('; ')}.`,
      location: graph[0]?.at ?? null,
      details: { waitsFor: graph, sentences },
    };
  }

  clone(): DeadlockJudge {
    return new DeadlockJudge(this.held.clone());
  }

  key(): string {
    return '';
  }
}
