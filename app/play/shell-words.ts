/** Words as a shell would split them: quotes keep together, a backslash takes what follows as it is. */
export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g))
    words.push(
      word.replace(
        /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g,
        (_, double?: string, single?: string, escaped?: string) =>
          single ?? escaped ?? (double ?? '').replace(/\\(["\\$`])/g, '$1'),
      ),
    );
  return words;
}
