/**
 * In how many ways a bounded buffer with one mutex and two conditions can go (`conditions.c`), counted
 * without exploring anything. All that its threads do to each other happens while they have the mutex, so
 * executions differ in the order in which they get it, and in whom a signal wakes of several that wait.
 */
export interface BufferOfConditions {
  /** So many producers, and so many consumers. */
  readonly threads: number;
  /** Of each. */
  readonly items: number;
  readonly size: number;
}

interface Person {
  readonly role: 'producer' | 'consumer';
  readonly done: number;
  readonly waits: boolean;
}

export function waysOfConditions({ threads, items, size }: BufferOfConditions): number {
  const known = new Map<string, number>();
  const waysFrom = (people: readonly Person[], count: number): number => {
    const key = JSON.stringify([people, count]);
    const before = known.get(key);
    if (before !== undefined) return before;
    let ways = 0;
    let isEnd = true;
    for (const [at, person] of people.entries()) {
      if (person.waits || person.done === items) continue;
      isEnd = false;
      const { role } = person;
      if (count === (role === 'producer' ? size : 0)) {
        ways += waysFrom(people.with(at, { ...person, waits: true }), count);
        continue;
      }
      const after = people.with(at, { ...person, done: person.done + 1 });
      const countAfter = count + (role === 'producer' ? 1 : -1);
      const waiting = [...after.keys()].filter(
        (each) => after[each]?.waits === true && after[each].role !== role,
      );
      if (waiting.length === 0) ways += waysFrom(after, countAfter);
      for (const woken of waiting)
        ways += waysFrom(
          after.map((each, k) => (k === woken ? { ...each, waits: false } : each)),
          countAfter,
        );
    }
    if (isEnd) ways = 1;
    known.set(key, ways);
    return ways;
  };
  const roles = ['producer', 'consumer'] as const;
  return waysFrom(
    roles.flatMap((role) =>
      Array.from({ length: threads }, () => ({ role, done: 0, waits: false })),
    ),
    0,
  );
}
