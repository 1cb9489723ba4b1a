/**
 * Mutual exclusion: no two threads are inside of a marked region at one time, or inside of two regions
 * that exclude each other. A thread is inside while its next visible operation, or the call that leads to
 * it, stands in one of the region's lines. So a region that does nothing which others could notice is
 * never seen from inside.
 */
import type { SourcePosition } from '../../kernel/events';
import type { MarkedRegion } from '../marked-regions';
import { lineText, type Scene } from '../scene';
import type { Violation } from '../result';
import type { Judge, Property } from './property';

/** Who is in `one` keeps others out of `other`; the same name: out of itself. */
export interface Exclusion {
  readonly one: string;
  readonly other: string;
}

export function mutualExclusion(
  exclusions: readonly Exclusion[],
  regions: readonly MarkedRegion[],
): Property {
  const judge: Judge = {
    stepped: (_occurrence, scene) => intrusion(exclusions, regions, scene),
    ended: () => null,
    clone: () => judge,
    key: () => '',
  };
  return {
    kind: 'mutual-exclusion',
    needs: 'states',
    judge: () => judge,
  };
}

interface Inside {
  readonly name: string;
  readonly who: string;
  readonly at: SourcePosition;
}

function intrusion(
  exclusions: readonly Exclusion[],
  regions: readonly MarkedRegion[],
  scene: Scene,
): Violation | null {
  const inside: Inside[] = [];
  for (const thread of scene.threads()) {
    const stack = scene.stackOf(thread);
    const names = new Set<string>();
    for (const region of regions) {
      if (names.has(region.name)) continue;
      const at = placeInside(stack, region);
      if (at === null) continue;
      names.add(region.name);
      const there = inside.find(({ name }) =>
        exclusions.some(
          ({ one, other }) =>
            (one === name && other === region.name) || (other === name && one === region.name),
        ),
      );
      const who = scene.nameOf(thread);
      if (there !== undefined && there.who !== who)
        return violation(there, { name: region.name, who, at });
      inside.push({ name: region.name, who, at });
    }
  }
  return null;
}

/** The innermost line of the stack that is in the region. */
export function placeInside(
  stack: readonly SourcePosition[],
  { file, from, to }: MarkedRegion,
): SourcePosition | null {
  return stack.find((at) => at.file === file && at.line >= from && at.line <= to) ?? null;
}

function violation(first: Inside, second: Inside): Violation {
  const where =
    first.name === second.name
      ? `${first.who}${lineText(first.at)} and ${second.who}${lineText(second.at)} are in the region \`${first.name}\` at one time`
      : `${first.who} is in the region \`${first.name}\`${lineText(first.at)} while ${second.who} is in \`${second.name}\`${lineText(second.at)}`;
  return {
    kind: 'mutual-exclusion',
    message: `Mutual exclusion is broken: ${where}.`,
    location: second.at,
    details: { first, second },
  };
}
