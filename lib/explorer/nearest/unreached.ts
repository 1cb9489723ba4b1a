/**
 * Tells an execution that comes as near to something as any and doesn't get there: who has come how far, and
 * who is kept from it by what.
 */
import { contextOf } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import { readingsOf } from '../expressions/readings';
import type { Occurrence } from '../occurrence';
import { UnitsHeld, waitText, waitsForEnd, type WaitsFor } from '../properties/waits-for';
import { occupants } from '../properties/occupancy';
import type { Judge, Property } from '../properties/property';
import type { Violation } from '../result';
import { lineText, type Scene } from '../scene';
import { listText } from '../words/list-text';
import type { Unreached } from './nearest-execution';
import type { Wish } from './wish';

export function unreached(wish: Wish, found: Unreached): Property {
  return {
    kind: 'unreached',
    needs: 'executions',
    judge: () => new UnreachedJudge(wish, found, new UnitsHeld()),
  };
}

/** Of who waits, told one by one; more would say the same again. */
const TOLD_MAX = 3;

class UnreachedJudge implements Judge {
  constructor(
    private readonly wish: Wish,
    private readonly found: Unreached,
    private readonly held: UnitsHeld,
  ) {}

  stepped(occurrence: Occurrence): null {
    this.held.follow(occurrence);
    return null;
  }

  /** The nearest may be an execution's last state. */
  ended(_end: unknown, scene: Scene): Violation {
    return this.stopped(scene);
  }

  stopped(scene: Scene): Violation {
    const there = this.whatIsThere(scene);
    const waiting = this.relevant(this.held.waitForGraph(scene), there.threads);
    const loops = this.found.loopers.map(
      (thread) =>
        `${scene.nameOf(thread)} looks again and again${lineText(scene.positionOf(thread))}, and goes on only when others change what it sees`,
    );
    const [first] = waiting;
    const [looper] = this.found.loopers;
    return {
      kind: 'unreached',
      message: this.wish.text,
      location: first?.at ?? (looper === undefined ? null : scene.positionOf(looper)),
      details: {
        ...this.found,
        reads: there.reads,
        sentences: [
          ...there.sentences,
          ...waiting.map((edge) => waitText(edge, 'others-go-on')),
          ...loops,
        ],
      },
    };
  }

  clone(): UnreachedJudge {
    return new UnreachedJudge(this.wish, this.found, this.held.clone());
  }

  key(): string {
    return '';
  }

  /** Those who could bring it nearer, if they are among those who wait. */
  private relevant(graph: readonly WaitsFor[], arrived: ReadonlySet<number>): readonly WaitsFor[] {
    const others = graph.filter((edge) => !waitsForEnd(edge) && !arrived.has(edge.thread));
    const makers = others.filter(({ thread }) => this.found.makers.includes(thread));
    // What others print comes from those who print nothing.
    const told =
      this.wish.told.kind === 'output' || makers.length === 0
        ? new Set([...makers, ...others])
        : makers;
    return [...told].slice(0, TOLD_MAX);
  }

  private whatIsThere(scene: Scene): {
    readonly sentences: readonly string[];
    readonly reads: readonly string[];
    readonly threads: ReadonlySet<number>;
  } {
    const { told } = this.wish;
    const nothing = { sentences: [], reads: [], threads: new Set<number>() };
    if (told.kind === 'output') return nothing;
    if (told.kind === 'region') {
      const { inside } = occupants(told.region, scene.threads(), (thread) =>
        scene.functionsOf(thread),
      );
      return {
        ...nothing,
        sentences: inside.map(
          ({ thread, place }) =>
            `${scene.nameOf(thread)} is in \`${place}\`${lineText(scene.positionOf(thread))}`,
        ),
        threads: new Set(inside.map(({ thread }) => thread)),
      };
    }
    for (const process of scene.kernel.state.processes.values()) {
      const [thread] = process.threads;
      if (thread === undefined || process.state === 'zombie') continue;
      const { image, memory } = contextOf(scene.kernel, pid(thread));
      const readings = readingsOf(told.condition, { image, memory, reads: () => undefined });
      if (readings.length === 0) continue;
      const values = readings.map(({ text, value }) => `\`${text}\` is ${value}`);
      return {
        ...nothing,
        sentences: [`then ${listText(values)}`],
        reads: readings.map(({ text }) => text),
      };
    }
    return nothing;
  }
}
