import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { lessonDirectives } from '@/lib/courseware/lesson';

const ASIDES = ['note', 'warning', 'linux'] as const;

/** Elements that plain Markdown never makes, and the attributes that authors may give them. */
export const DIRECTIVE_ELEMENTS = {
  'lesson-program': ['title', 'figure', 'stdin'],
  'lesson-figure': ['figure'],
  'lesson-question': ['quiz', 'question'],
  'lesson-quiz': ['slug'],
  'lesson-exercise': ['slug'],
} as const;

// Of `id` and `name` the sanitizer makes other values, so that text can't take the page's own.
const RENAMED: Readonly<Record<string, string>> = { id: 'question', name: 'figure' };

/** Gives the directives of lessons an element each; any other is shown as its plain contents. */
export function allowedDirectives() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (
        node.type !== 'textDirective' &&
        node.type !== 'leafDirective' &&
        node.type !== 'containerDirective'
      ) {
        return;
      }
      const name = lessonDirectives.find((allowed) => allowed === node.name);
      const aside = ASIDES.find((allowed) => allowed === name);
      if (name === undefined) {
        node.data = { hName: node.type === 'containerDirective' ? 'div' : 'span' };
      } else if (aside !== undefined) {
        node.data = { hName: 'aside', hProperties: { className: [aside] } };
        const [label] = node.children;
        if (label?.type === 'paragraph' && label.data?.directiveLabel === true) {
          label.data = { hProperties: { className: ['aside-title'] } };
        }
      } else {
        const attributes = Object.entries(node.attributes ?? {});
        node.data = {
          hName: `lesson-${name}`,
          hProperties: Object.fromEntries(
            attributes.map(([key, value]) => [RENAMED[key] ?? key, value]),
          ),
        };
      }
    });
  };
}
