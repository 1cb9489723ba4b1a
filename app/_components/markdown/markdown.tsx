import 'katex/dist/katex.min.css';
import type { Root } from 'mdast';
import type { ComponentProps } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { CSource } from '../editor/c-source';
import { allowedDirectives } from './directives';
import { headingId } from '@/lib/courseware/heading-id';
import './prose.css';
import { sanitizeSchema } from './sanitize-schema';
import { textOf } from './text-of';

type MarkdownProps = {
  readonly source: string;
  /** What stands for the directives of lessons; without them only notes are shown. */
  readonly components?: Components;
  /** What is done to the text's tree first, e.g. linking terms. */
  readonly transform?: (tree: Root) => void;
};

/**
 * Text of authors, safe to show: HTML in it is dropped, directives outside the allow-list become
 * their plain contents, and everything is sanitized before formulas are set.
 */
export function Markdown({ source, components, transform }: MarkdownProps) {
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={[
          ...[remarkGfm, remarkMath, remarkDirective],
          ...(transform === undefined ? [] : [() => transform]),
          allowedDirectives,
        ]}
        rehypePlugins={[[rehypeSanitize, sanitizeSchema], rehypeKatex]}
        components={{ ...basicComponents, ...components }}
      >
        {source}
      </ReactMarkdown>
    </div>
  );
}

const basicComponents: Components = {
  h2: ({ children }) => <h2 id={headingId(textOf(children))}>{children}</h2>,
  h3: ({ children }) => <h3 id={headingId(textOf(children))}>{children}</h3>,
  a: ({ href = '', children }) => (
    <a className="link" href={href} {...(/^https?:/.test(href) ? { rel: 'noreferrer' } : {})}>
      {children}
    </a>
  ),
  code: Code,
  pre: ({ children }) => (
    // Scrolls by itself, and so must be reachable with the keyboard.
    <pre tabIndex={0}>{children}</pre>
  ),
  table: ({ children }) => (
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
};

function Code({ className, children }: ComponentProps<'code'>) {
  if (className?.includes('language-c') !== true) return <code>{children}</code>;
  return (
    <code>
      <CSource source={textOf(children)} />
    </code>
  );
}
