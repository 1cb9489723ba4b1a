/** What was computed for an argument of plain data, kept for the next who asks; the oldest goes. */

const KEPT_MAX = 300;

type Kept<R> = { readonly result: R } | { readonly error: unknown };

export function remembered<A, R>(compute: (asked: A) => R): (asked: A) => R {
  const kept = new Map<string, Kept<R>>();
  return (asked) => {
    const key = JSON.stringify(asked);
    let result = kept.get(key);
    if (result === undefined) {
      result = outcomeOf(() => compute(asked));
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size >= KEPT_MAX) kept.delete(oldest);
      kept.set(key, result);
    }
    if ('error' in result) throw result.error;
    return result.result;
  };
}

/** What fails once fails again: it is kept, too. */
function outcomeOf<R>(compute: () => R): Kept<R> {
  try {
    return { result: compute() };
  } catch (error) {
    return { error };
  }
}
