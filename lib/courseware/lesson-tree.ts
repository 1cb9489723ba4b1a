/** A lesson's Markdown as a tree, cut into its sections, and as plain text. */
import type { Nodes, Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { headingId } from './heading-id';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective);

/** As pages read it, before anything is made of directives. */
export function treeOf(markdown: string): Root {
  return parser.parse(markdown);
}

export interface LessonSection {
  /** Of its heading; null: what stands before the first one. */
  readonly id: string | null;
  readonly heading: string | null;
  readonly content: readonly RootContent[];
}

/** Cut at headings of the second level. The first section has none, and may be empty. */
export function sectionsOf(tree: Root): readonly LessonSection[] {
  const sections: { id: string | null; heading: string | null; content: RootContent[] }[] = [
    { id: null, heading: null, content: [] },
  ];
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const heading = plainText(node);
      sections.push({ id: headingId(heading), heading, content: [] });
    } else {
      sections.at(-1)?.content.push(node);
    }
  }
  return sections;
}

/** What one would read out: no blocks of code, no formulas; of a program its title. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'code':
    case 'math':
    case 'inlineMath':
    case 'html':
      return '';
    case 'containerDirective': {
      const title = node.attributes?.title;
      return `${title ?? ''} ${joined(node.children)}`;
    }
    default:
      return 'children' in node ? joined(node.children) : '';
  }
}

/** Blocks are kept apart by a space, what stands in a line is not. */
function joined(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => (BLOCKS.has(node.type) ? `${plainText(node)} ` : plainText(node)))
    .join('');
}

const BLOCKS: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'listItem', 'blockquote', 'tableCell', 'containerDirective'],
]);
