/** A sentence in which `names of the program` are set as code. */
export function WithCode({ text }: { readonly text: string }) {
  return text
    .split('`')
    .map((part, k) => (k % 2 === 1 ? <code key={k}>{part}</code> : <span key={k}>{part}</span>));
}
