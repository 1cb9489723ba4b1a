'use client';

import { Input } from '@/app/_components/ui/input';
import { recordAnswer } from '@/lib/grading/quiz/given';
import { cellName } from '@/lib/grading/quiz/shown';
import type { AnswerProps } from './answer-props';

type TableAnswerProps = AnswerProps & {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (string | null)[] }[];
};

/** A table with fields where something is missing. */
export function TableAnswer(props: TableAnswerProps) {
  const { corner, columns, rows, labelledBy, value, onChange } = props;
  const cells = recordAnswer(value);
  return (
    <div className="overflow-x-auto">
      <table aria-labelledby={labelledBy} className="border-collapse text-sm">
        <thead>
          <tr>
            <th scope="col" className="border px-3 py-1.5 text-left font-medium">
              {corner}
            </th>
            {columns.map((title) => (
              <th key={title} scope="col" className="border px-3 py-1.5 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells: row }, rowAt) => (
            <tr key={label}>
              <th scope="row" className="border px-3 py-1.5 text-left font-medium">
                {label}
              </th>
              {row.map((given, columnAt) => {
                const name = cellName(rowAt, columnAt);
                return (
                  <td key={name} className="border px-2 py-1 text-center">
                    {given ?? (
                      <Input
                        aria-label={`${label}, ${columns[columnAt] ?? ''}`}
                        autoComplete="off"
                        autoCapitalize="off"
                        spellCheck={false}
                        maxLength={200}
                        className="mx-auto h-9 w-24 text-center"
                        value={cells[name] ?? ''}
                        onChange={(event) => onChange({ ...cells, [name]: event.target.value })}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
