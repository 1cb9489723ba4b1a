'use client';

type LineLinkProps = { readonly line: number; readonly onLine: (line: number) => void };

/** Shows a line of the source in the editor. */
export function LineLink({ line, onLine }: LineLinkProps) {
  return (
    <button type="button" className="link min-h-6" onClick={() => onLine(line)}>
      line {line}
    </button>
  );
}
