/** Closes an exhaustive `switch` on a discriminated union: a kind without a case is a type error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected kind: ${JSON.stringify(value)}`);
}
