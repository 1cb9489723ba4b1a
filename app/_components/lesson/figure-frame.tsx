import type { ReactNode } from 'react';

type FigureFrameProps = {
  /** What is drawn, in a few words. */
  readonly label?: string;
  readonly caption: string;
  /** The same as a table. */
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly children: ReactNode;
};

/** A figure of a lesson: what to notice, and the table behind it. */
export function FigureFrame({ label = 'Figure', caption, table, children }: FigureFrameProps) {
  return (
    <figure className="not-prose rounded-lg border bg-surface p-3 sm:p-4 print:break-inside-avoid">
      <div tabIndex={0} role="group" aria-label={label} className="overflow-x-auto">
        {children}
      </div>
      <figcaption className="mt-3 text-sm text-muted">{caption}</figcaption>
      <details className="mt-2 text-sm">
        <summary className="link w-fit">As a table</summary>
        <div className="mt-2 overflow-x-auto">
          <table className="w-full border-collapse text-left [&_td]:border-b [&_td]:py-1 [&_td]:pr-4 [&_th]:border-b [&_th]:py-1 [&_th]:pr-4 [&_th]:font-semibold">
            <thead>
              <tr>
                {table.head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((text, i) => (
                    <td key={i}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
