import { Children, isValidElement, type ReactNode } from 'react';

/** The blocks of code with this class, e.g. `language-c`, among what Markdown was rendered to. */
export function codeIn(children: ReactNode, className: string): readonly ReactNode[] {
  return Children.toArray(children).flatMap((child): readonly ReactNode[] => {
    if (!isValidElement<{ className?: string; children?: ReactNode }>(child)) return [];
    const { props } = child;
    return props.className?.split(' ').includes(className) === true
      ? [props.children]
      : codeIn(props.children, className);
  });
}
