/**
 * What stands around the cursor, told by the text alone: a comment, a string, an #include, a member
 * access, a call. What is being typed there is seldom C yet.
 */

export type Cursor =
  /** Comments, strings, numbers: nothing is offered. */
  | { readonly kind: 'nothing' }
  /** `start`: where the header's name begins. */
  | { readonly kind: 'include'; readonly start: number; readonly angled: boolean }
  /** `path`: the names from the variable on; `start`: where the member's name begins. */
  | { readonly kind: 'member'; readonly path: readonly string[]; readonly start: number }
  | { readonly kind: 'name'; readonly start: number; readonly prefix: string };

export function cursorAt(text: string, offset: number): Cursor {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const include = /^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]*)$/.exec(line);
  if (include !== null) {
    const start = offset - (include[2]?.length ?? 0);
    return { kind: 'include', start, angled: include[1] === '<' };
  }
  if (isInert(text, offset)) return { kind: 'nothing' };
  const prefix = /[A-Za-z_]\w*$/.exec(line)?.[0] ?? '';
  const start = offset - prefix.length;
  const before = text.slice(Math.max(0, start - 200), start);
  if (/[\w.]$/.test(before) && /\d\w*\.?$/.test(before)) return { kind: 'nothing' };
  const access =
    /([A-Za-z_]\w*(?:\s*\[[^\][]*\])*(?:\s*(?:\.|->)\s*[A-Za-z_]\w*(?:\s*\[[^\][]*\])*)*)\s*(?:\.|->)\s*$/.exec(
      before,
    );
  if (access !== null) {
    const path = (access[1] ?? '').replace(/\[[^\][]*\]/g, '').split(/\s*(?:\.|->)\s*/);
    return { kind: 'member', path: path.map((name) => name.trim()), start };
  }
  return /(?:\.|->)\s*$/.test(before) ? { kind: 'nothing' } : { kind: 'name', start, prefix };
}

const SKIPPED = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/** In a comment, a string or a character constant. */
export function isInert(text: string, offset: number): boolean {
  for (const { index, 0: part } of text.slice(0, offset + 1).matchAll(SKIPPED)) {
    if (index >= offset) return false;
    const end = index + part.length;
    const isClosed = /^\/\*[\s\S]*\*\/$/.test(part) || /^(["'])[\s\S]*\1$/.test(part);
    if (offset < end || (offset === end && !(isClosed && part.length > 1))) return true;
  }
  return false;
}

export interface Call {
  readonly name: string;
  /** Offset of the name. */
  readonly start: number;
  /** Which argument the cursor is in, from 0. */
  readonly argument: number;
}

const CALL_REACH = 2_000;

/** The innermost call whose parentheses are open at the cursor. */
export function callAround(text: string, offset: number): Call | null {
  const from = Math.max(0, offset - CALL_REACH);
  const blanked = text.slice(from, offset).replace(SKIPPED, (part) => part.replace(/[^\n]/g, ' '));
  let depth = 0;
  let argument = 0;
  for (let at = blanked.length - 1; at >= 0; at -= 1) {
    const character = blanked[at] ?? '';
    if (')]}'.includes(character)) depth += 1;
    else if (character === ';' && depth === 0) return null;
    else if (character === ',' && depth === 0) argument += 1;
    else if ('([{'.includes(character)) {
      if (depth > 0) depth -= 1;
      else {
        const name = /([A-Za-z_]\w*)\s*$/.exec(blanked.slice(0, at))?.[1];
        if (character !== '(') return null;
        if (name !== undefined && !NO_CALLS.has(name)) {
          return { name, start: from + blanked.lastIndexOf(name, at), argument };
        }
        argument = 0;
      }
    }
  }
  return null;
}

const NO_CALLS: ReadonlySet<string> = new Set(['if', 'while', 'for', 'switch', 'return', 'sizeof']);

/** The name at an offset, or that ends there. */
export function wordAt(text: string, offset: number): { start: number; end: number } | null {
  let start = offset;
  let end = offset;
  while (start > 0 && /\w/.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && /\w/.test(text.charAt(end))) end += 1;
  return start === end || /\d/.test(text.charAt(start)) ? null : { start, end };
}
