/** "a", "a and b", "a, b and c" */
export function listText(items: readonly string[]): string {
  const [last, ...others] = items.toReversed();
  if (last === undefined) return '';
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}
