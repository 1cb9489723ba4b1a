import type { ReferenceEntry } from '@/lib/courseware/reference';

let entries: Promise<ReadonlyMap<string, ReferenceEntry>> | null = null;

/** What the C library's names do, in words; fetched once, when it is first asked for. */
export function reference(): Promise<ReadonlyMap<string, ReferenceEntry>> {
  entries ??= fetch('/reference.json')
    .then(async (response) => {
      if (!response.ok) throw new Error(`the reference: ${response.status}`);
      const list: unknown = await response.json();
      if (!isReference(list)) throw new Error('the reference is not one');
      return new Map(list.map((entry) => [entry.name, entry]));
    })
    .catch(() => {
      // Declarations are shown without it; the next one asks again.
      entries = null;
      return new Map<string, ReferenceEntry>();
    });
  return entries;
}

function isReference(list: unknown): list is readonly ReferenceEntry[] {
  return (
    Array.isArray(list) &&
    list.every((one: unknown) => typeof one === 'object' && one !== null && 'does' in one)
  );
}

/** As Markdown, below a declaration. `parameters`: in the declaration's order. */
export function referenceText(entry: ReferenceEntry, parameters: readonly string[] = []): string {
  const place = (name: string) => {
    const at = parameters.indexOf(name);
    return at === -1 ? parameters.length : at;
  };
  const takes = [...entry.takes].sort((a, b) => place(a.name) - place(b.name));
  return [
    entry.does,
    takes.map(({ name, text }) => `- \`${name}\`: ${text}`).join('\n'),
    entry.gives === null ? '' : `**Gives** ${entry.gives}`,
    entry.errors.length === 0
      ? ''
      : `**Errors**\n${entry.errors.map(({ name, text }) => `- \`${name}\`: ${text}`).join('\n')}`,
    entry.example === null ? '' : `\`\`\`c\n${entry.example}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
