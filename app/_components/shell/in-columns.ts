/** Names one beside the other, down the columns first, as ls and bash list them. */
export function inColumns(names: readonly string[], columns: number): string {
  const width = Math.max(...names.map((name) => [...name].length)) + 2;
  const across = Math.max(1, Math.floor(columns / width));
  const down = Math.ceil(names.length / across);
  return Array.from({ length: down }, (_, row) =>
    names
      .filter((_name, k) => k % down === row)
      .map((name) => name + ' '.repeat(width - [...name].length))
      .join('')
      .trimEnd(),
  ).join('\r\n');
}
