/**
 * What functions of the C library and system calls do, in words: `content/reference/*.yaml`, by theme and header.
 * Declarations are not repeated here; they stand in the headers themselves.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const sentence = z.string().max(400);
const name = z.string().regex(/^[A-Za-z_]\w*$/);
const parameter = z.string().regex(/^(?:\w+|\.\.\.)$/);

const entrySchema = z.strictObject({
  /** As another name of the same file, with parameters, result, errors, example and mentions of its own in place or besides. */
  like: name.optional(),
  does: sentence.min(1),
  takes: z.record(parameter, sentence.min(1)).optional(),
  /** Parameters of the other name that this one does not have. */
  drops: z.array(parameter).optional(),
  gives: sentence.optional(),
  errors: z.record(z.string().regex(/^E[A-Z0-9]+$/), sentence.min(1)).optional(),
  example: z.string().max(120).optional(),
  see: z.array(name).optional(),
});

type Written = z.infer<typeof entrySchema>;

const fileSchema = z
  .array(
    z.strictObject({
      header: z.string().regex(/^[a-z_/]+\.h$/),
      names: z.record(name, entrySchema),
    }),
  )
  .min(1);

export interface ReferenceEntry {
  readonly name: string;
  /** As written after #include, without brackets. */
  readonly header: string;
  readonly does: string;
  readonly takes: readonly { readonly name: string; readonly text: string }[];
  readonly gives: string | null;
  /** Values of errno, or of the result where that is the number of the error. */
  readonly errors: readonly { readonly name: string; readonly text: string }[];
  readonly example: string | null;
  readonly see: readonly string[];
}

/** Throws with a message that names the place: broken content is ours to mend. */
export function parseReference(texts: readonly string[]): readonly ReferenceEntry[] {
  return texts.flatMap((text) =>
    fileSchema.parse(parseYaml(text)).flatMap(({ header, names }) =>
      Object.entries(names).map(([name, written]) => {
        const whole = inherited(names, written, name);
        return {
          name,
          header,
          does: whole.does,
          takes: pairs(whole.takes),
          gives: orNull(whole.gives),
          errors: pairs(whole.errors),
          example: orNull(whole.example),
          see: whole.see ?? [],
        };
      }),
    ),
  );
}

function inherited(names: Readonly<Record<string, Written>>, own: Written, name: string): Written {
  if (own.like === undefined) return own;
  const other = names[own.like];
  if (other === undefined || own.like === name) throw new Error(`${name}: no ${own.like}`);
  const base = inherited(names, other, own.like);
  const kept = Object.entries(base.takes ?? {}).filter(
    ([key]) => own.drops?.includes(key) !== true,
  );
  return {
    ...base,
    ...own,
    takes: { ...Object.fromEntries(kept), ...own.takes },
    errors: { ...base.errors, ...own.errors },
    see: own.see ?? [own.like],
  };
}

function pairs(texts: Readonly<Record<string, string>> = {}): ReferenceEntry['takes'] {
  return Object.entries(texts).map(([key, text]) => ({ name: key, text }));
}

/** An empty text takes back what another name has. */
function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
