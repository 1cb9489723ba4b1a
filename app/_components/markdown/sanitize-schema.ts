import { defaultSchema } from 'rehype-sanitize';
import { DIRECTIVE_TAGS } from './directives';

type Schema = typeof defaultSchema;

/** GitHub's list, and the elements that our own directives become. */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...DIRECTIVE_TAGS],
  attributes: {
    ...defaultSchema.attributes,
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    aside: [['className', 'note', 'warning']],
  },
};
