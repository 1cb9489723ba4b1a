/** What a program prints, as an answer to choose: line ends stay visible. */
export function PrintedText({ text }: { readonly text: string }) {
  return <code className="whitespace-pre-wrap">{text === '' ? '(nothing)' : text.trimEnd()}</code>;
}
