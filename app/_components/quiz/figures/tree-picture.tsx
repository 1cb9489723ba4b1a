import type { DrawnNode } from '@/lib/grading/quiz/drawn-tree';

/** A process tree that is only looked at: a line down from each process to its children. */
export function TreePicture({ root, label }: { readonly root: DrawnNode; readonly label: string }) {
  return (
    <ul aria-label={label} className="overflow-x-auto py-1 text-sm">
      <Branch node={root} isFirst />
    </ul>
  );
}

function Branch({
  node,
  isFirst = false,
}: {
  readonly node: DrawnNode;
  readonly isFirst?: boolean;
}) {
  const { name, children } = node;
  return (
    <li
      className={
        isFirst
          ? undefined
          : 'relative pt-1 pl-6 before:absolute before:top-[1.1rem] before:left-0 before:w-5 before:border-t before:border-edge after:absolute after:top-0 after:left-0 after:h-full after:border-l after:border-edge last:after:h-[1.1rem]'
      }
    >
      <span className="inline-flex h-8 min-w-9 items-center justify-center rounded-md border border-edge bg-surface px-2 font-medium">
        {name === '' ? '•' : name}
        <span className="sr-only">
          {children.length === 0
            ? ', no children'
            : `, ${children.length} ${children.length === 1 ? 'child' : 'children'}`}
        </span>
      </span>
      {children.length > 0 && (
        <ul className="ml-4">
          {children.map((child, at) => (
            <Branch key={at} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
