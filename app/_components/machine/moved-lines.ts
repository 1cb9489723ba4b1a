/** Where lines are after an edit: below it they move with the text, inside of what was replaced they go. */
export function movedLines(
  before: string,
  after: string,
  lines: readonly number[],
): readonly number[] {
  if (before === after || lines.length === 0) return lines;
  const old = before.split('\n');
  const now = after.split('\n');
  const shorter = Math.min(old.length, now.length);
  let same = 0;
  while (same < shorter && old[same] === now[same]) same++;
  let sameAtEnd = 0;
  while (
    sameAtEnd < shorter - same &&
    old[old.length - 1 - sameAtEnd] === now[now.length - 1 - sameAtEnd]
  )
    sameAtEnd++;
  const moved = lines.flatMap((line) => {
    if (line <= same) return [line];
    if (line > old.length - sameAtEnd) return [line + now.length - old.length];
    // An edited line keeps what stands at it, as long as it is there.
    return line <= now.length - sameAtEnd ? [line] : [];
  });
  return [...new Set(moved)];
}
