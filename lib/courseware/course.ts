/** The demonstration course: `content/course.yaml` says what it is called and what it offers, in order. */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);

const itemSchema = z.union([
  z
    .strictObject({ lesson: slug })
    .transform(({ lesson }) => ({ kind: 'lesson' as const, slug: lesson })),
  z.strictObject({ quiz: slug }).transform(({ quiz }) => ({ kind: 'quiz' as const, slug: quiz })),
  z
    .strictObject({ exercise: slug })
    .transform(({ exercise }) => ({ kind: 'exercise' as const, slug: exercise })),
]);

const courseSchema = z
  .strictObject({
    slug,
    title: z.string().min(1).max(200),
    /** Whether, when it is made, anyone may read its lessons; after that its instructor decides. */
    open: z.boolean().default(false),
    /** Headings of the outline, with what stands below each. */
    parts: z
      .array(
        z.strictObject({ title: z.string().min(1).max(100), items: z.array(itemSchema).min(1) }),
      )
      .min(1),
  })
  .transform(({ parts, ...course }) => ({
    ...course,
    items: parts.flatMap(({ title, items }) => items.map((item) => ({ ...item, part: title }))),
  }));

export type Course = z.output<typeof courseSchema>;

/** Throws with a message that names the place: a broken course is ours to mend. */
export function parseCourse(text: string): Course {
  return courseSchema.parse(parseYaml(text));
}
