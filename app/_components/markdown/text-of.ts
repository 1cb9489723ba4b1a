import type { ReactNode } from 'react';

/** The text of what Markdown was rendered to, without its elements. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node === 'object' && node !== null && 'props' in node) {
    const { props } = node;
    if (typeof props === 'object' && props !== null && 'children' in props) {
      return textOf(props.children as ReactNode);
    }
  }
  return '';
}
