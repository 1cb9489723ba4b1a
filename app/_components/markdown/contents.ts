import { headingId } from '@/lib/courseware/heading-id';

export type ContentsLine = { readonly id: string; readonly text: string };

/** The headings of the second level, in order; those inside code are none. */
export function contentsOf(markdown: string): readonly ContentsLine[] {
  const lines: ContentsLine[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence === null && mark !== null) fence = mark;
    else if (fence !== null && mark?.startsWith(fence) === true) fence = null;
    const heading = fence === null ? /^## +(.+?)\s*#*$/.exec(line)?.[1] : undefined;
    if (heading === undefined) continue;
    const text = heading.replace(/[`*_]/g, '');
    lines.push({ id: headingId(text), text });
  }
  return lines;
}
