import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Elements that directives become and that plain Markdown never makes. */
export const DIRECTIVE_TAGS = ['aside'] as const;

const ASIDES = ['note', 'warning'];

/** Gives the directives that authors may use an element; any other is shown as its plain contents. */
export function allowedDirectives() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (node.type === 'textDirective' || node.type === 'leafDirective') {
        node.data = { hName: 'span' };
      }
      if (node.type === 'containerDirective') {
        node.data = ASIDES.includes(node.name)
          ? { hName: 'aside', hProperties: { className: [node.name] } }
          : { hName: 'div' };
      }
    });
  };
}
