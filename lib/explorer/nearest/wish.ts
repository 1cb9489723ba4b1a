/**
 * Something that should be possible, as a search that looks for the nearest thing to it sees it: a state, and
 * how far each state is from being that.
 */
import type { Expression } from '../../kernel/expressions/parse';
import { Findings } from '../machine/looks';
import type { MachineSystem } from '../machine/machine-system';
import { occupants, type Region } from '../properties/occupancy';
import { quoted } from '../story/step-text';
import { bufferedOutput } from './buffered-output';
import { distanceTo } from './distance';

export interface Wish {
  /** In a sentence: "In no order of steps ...". */
  readonly text: string;
  /** 0: it is so. Smaller: less is missing. */
  distance(system: MachineSystem): number;
  readonly told: WishTold;
}

/** What is told of a state that is not quite it. */
export type WishTold =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'condition'; readonly condition: Expression }
  | { readonly kind: 'output' };

/** So many in a region at one time. */
export function inside(region: Region, count: number): Wish {
  const where = region.functions.map((name) => `\`${name}\``).join(' or ');
  return {
    text: `In no order of steps are ${count} in ${where} at the same time.`,
    distance: (system) => {
      const there = occupants(region, system.threads, (thread) => system.functionsOf(thread));
      return Math.max(0, count - there.inside.length);
    },
    told: { kind: 'region', region },
  };
}

/** A condition holds in some process. */
export function holds(text: string, condition: Expression): Wish {
  const known = new Findings<number>();
  return {
    text: `In no order of steps does it ever hold that \`${text}\`.`,
    distance(system) {
      const distances = system.inMemories(known, (_process, { image, memory }, reads) =>
        image === system.image ? distanceTo(condition, { image, memory, reads }) : Infinity,
      );
      let least = Infinity;
      for (const [, distance] of distances) least = Math.min(least, distance);
      return least;
    },
    told: { kind: 'condition', condition },
  };
}

/** A text comes out, from the beginning on or somewhere. What is printed counts, if not yet put out. */
export function prints(wanted: string, isAnchored: boolean): Wish {
  const known = new Findings<string>();
  return {
    text: `In no order of steps does ${quoted(wanted)} come out.`,
    distance(system) {
      const { output } = system;
      let most = agreement(output, wanted, isAnchored);
      const buffers = system.inMemories(known, ({ threads }, { image, memory }, reads) =>
        threads.length === 1 ? bufferedOutput({ image, memory, reads }) : '',
      );
      for (const [, buffered] of buffers)
        if (buffered !== '')
          most = Math.max(most, agreement(output + buffered, wanted, isAnchored));
      return wanted.length - most;
    },
    told: { kind: 'output' },
  };
}

/** Characters of the wanted text that have come out, so that the next ones could still come. */
function agreement(output: string, wanted: string, isAnchored: boolean): number {
  if (isAnchored) {
    if (output.startsWith(wanted)) return wanted.length;
    return wanted.startsWith(output) ? output.length : -1;
  }
  if (output.includes(wanted)) return wanted.length;
  for (let length = Math.min(output.length, wanted.length); length > 0; length--)
    if (output.endsWith(wanted.slice(0, length))) return length;
  return 0;
}
