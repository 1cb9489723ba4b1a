/** A property as a search of the machine observes it. */
import type { MachineSystem } from '../machine/machine-system';
import { occurred, upcoming, type Upcoming } from '../operations/follower';
import { RUN, type Way } from '../machine/operation';
import { Scene } from '../scene';
import type { Move } from '../system';
import type { Observer } from './observer';
import type { Judge, Property } from './property';

export function observeProperty(property: Property): Observer<MachineSystem> {
  return new PropertyObserver(property);
}

class PropertyObserver implements Observer<MachineSystem> {
  private judge: Judge;
  private scene: Scene | null = null;
  private next: Upcoming | null = null;

  constructor(private readonly property: Property) {
    this.judge = property.judge();
  }

  get name(): string {
    return this.property.kind;
  }

  get needs() {
    return this.property.needs;
  }

  begin(system: MachineSystem) {
    this.judge = this.property.judge();
    this.scene = new Scene(system.kernel);
    const violation = this.judge.began?.(this.scene) ?? null;
    return violation === null ? [] : [violation];
  }

  before(system: MachineSystem, { thread, way }: Move): void {
    this.next = upcoming(system.kernel, thread, lastOf(system.operationOf(thread).ways[way]));
  }

  after(system: MachineSystem) {
    if (this.next === null) throw new Error('a step that was not announced');
    const violation = this.judge.stepped(occurred(system.kernel, this.next), this.sceneOf(system));
    return violation === null ? [] : [violation];
  }

  ended(system: MachineSystem, end: 'finished' | 'deadlock') {
    const violation = this.judge.ended(end, this.sceneOf(system));
    return violation === null ? [] : [violation];
  }

  snapshot(): Judge {
    return this.judge.clone();
  }

  restore(snapshot: unknown): void {
    if (!isJudge(snapshot)) throw new Error('a snapshot of another observer');
    this.judge = snapshot.clone();
  }

  key(): string {
    return this.judge.key();
  }

  private sceneOf({ kernel }: MachineSystem): Scene {
    this.scene ??= new Scene(kernel);
    return this.scene;
  }
}

/** A way may begin with letting the thread into its call; what comes last decides. */
function lastOf(way: Way | undefined) {
  return (way ?? RUN).at(-1) ?? { kind: 'run' as const, way: 0 };
}

function isJudge(value: unknown): value is Judge {
  return typeof value === 'object' && value !== null && 'stepped' in value && 'clone' in value;
}
