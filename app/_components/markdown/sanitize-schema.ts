import { defaultSchema } from 'rehype-sanitize';
import { DIRECTIVE_ELEMENTS } from './directives';

type Schema = typeof defaultSchema;

/** GitHub's list, and the elements that our own directives and the glossary's terms become. */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['aside', 'glossary-term', ...Object.keys(DIRECTIVE_ELEMENTS)],
  ],
  attributes: {
    ...defaultSchema.attributes,
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    p: [['className', 'aside-title']],
    'glossary-term': ['term'],
    aside: [['className', 'note', 'warning', 'linux']],
    ...Object.fromEntries(
      Object.entries(DIRECTIVE_ELEMENTS).map(([name, attributes]) => [name, [...attributes]]),
    ),
  },
};
