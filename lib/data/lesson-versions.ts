import { z } from 'zod';
import { type Lesson, parseLesson } from '../courseware/lesson';
import { AppError } from '../errors';
import { versionLoader } from './version-loader';

const lessonVersionSchema = z.object({ slug: z.string(), text: z.string() });

export type LessonVersionContent = z.infer<typeof lessonVersionSchema>;

export const loadLessonVersion = versionLoader((definition): Lesson => {
  const { slug, text } = lessonVersionSchema.parse(definition);
  const parsed = parseLesson(slug, text);
  if (parsed.kind === 'lesson') return parsed.lesson;
  throw new AppError('invalid-courseware', parsed.problems.join('\n'));
});
