/// <reference lib="webworker" />
// clang-format, compiled to WebAssembly: loaded when somebody asks for it. In a worker, since policies of
// the page that allow no WebAssembly hold for the page's own scripts.
import load, { format } from '@wasm-fmt/clang-format/web';

export type FormattingRequest = { readonly id: number; readonly source: string };
export type FormattingAnswer = {
  readonly id: number;
  /** null: it could not be formatted. */
  readonly text: string | null;
};

/** As the course's own programs are written. */
const STYLE = JSON.stringify({
  BasedOnStyle: 'LLVM',
  IndentWidth: 4,
  ColumnLimit: 100,
  AllowShortFunctionsOnASingleLine: 'Empty',
  // What is included first may matter to what follows.
  SortIncludes: 'Never',
});

const loaded = load(new URL('@wasm-fmt/clang-format/wasm', import.meta.url));

self.onmessage = ({ data: { id, source } }: MessageEvent<FormattingRequest>) => {
  loaded
    .then(() => format(source, 'program.c', STYLE))
    .then(
      (text) => answer({ id, text }),
      (error: unknown) => {
        console.error(error);
        answer({ id, text: null });
      },
    );
};

function answer(message: FormattingAnswer): void {
  self.postMessage(message);
}
