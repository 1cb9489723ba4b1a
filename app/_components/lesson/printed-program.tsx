import { CSource } from '../editor/c-source';

type PrintedProgramProps = {
  readonly title: string;
  readonly source: string;
  /** Empty where it depends on the order of steps. */
  readonly output: string;
};

/** A program on paper: whole, with what it prints. */
export function PrintedProgram({ title, source, output }: PrintedProgramProps) {
  return (
    <section
      aria-label={`Program: ${title}`}
      className="overflow-hidden rounded-lg border bg-surface print:break-inside-avoid"
    >
      <p className="border-b bg-sunken px-3 py-1.5 text-sm font-semibold">{title}</p>
      <pre tabIndex={0} className="overflow-x-auto p-3 text-sm leading-6 [tab-size:4]">
        <CSource source={source} />
      </pre>
      {output !== '' && <PrintedOutput output={output} isShown />}
    </section>
  );
}

type PrintedOutputProps = {
  readonly output: string;
  /** On the screen too. */
  readonly isShown?: boolean;
};

export function PrintedOutput({ output, isShown = false }: PrintedOutputProps) {
  return (
    <div className={`border-t px-3 py-2 text-sm ${isShown ? '' : 'hidden print:block'}`}>
      <p className="font-semibold text-muted">It prints</p>
      <pre className="mt-1 whitespace-pre-wrap">{output}</pre>
    </div>
  );
}
