/** Closes an exhaustive `switch`: reaching it is a broken invariant of ours, never a student's mistake. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
