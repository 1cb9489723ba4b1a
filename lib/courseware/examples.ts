/**
 * The playground's examples: `content/examples/index.yaml` names them by topic, the C files lie beside it.
 * Data, never code: they run on the simulated machine of whoever opens them.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const fileName = z.string().regex(/^[a-z][a-z0-9-]*\.[ch]$/);

const indexSchema = z
  .array(
    z.strictObject({
      topic: z.string().min(1).max(80),
      examples: z
        .array(
          z.strictObject({
            title: z.string().min(1).max(80),
            /** The first is the one that is shown, and run. */
            files: z.array(fileName).min(1).max(8),
            /** What Run types in the shell, where it is not just compiling the first file and running it. */
            command: z.string().min(1).max(200).optional(),
          }),
        )
        .min(1),
    }),
  )
  .min(1);

export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

export interface Example {
  /** In addresses: the first file's name without its ending. */
  readonly slug: string;
  readonly title: string;
  readonly files: readonly [ExampleFile, ...ExampleFile[]];
  readonly command: string | null;
}

export interface ExampleTopic {
  readonly topic: string;
  readonly examples: readonly Example[];
}

/** Throws with a message that names the place: broken content is ours to mend. `read` gives a file's text. */
export function parseExamples(
  index: string,
  read: (name: string) => string,
): readonly ExampleTopic[] {
  return indexSchema.parse(parseYaml(index)).map(({ topic, examples }) => ({
    topic,
    examples: examples.map(({ title, files, command }) => {
      const [first, ...others] = files.map((name) => ({ name, text: read(name) }));
      if (first === undefined) throw new Error(`${title}: no files`);
      return {
        slug: first.name.replace(/\.[ch]$/, ''),
        title,
        files: [first, ...others] as const,
        command: command ?? null,
      };
    }),
  }));
}
