/**
 * Links the glossary's terms in a lesson's Markdown tree: each where it appears first in a section (frequent ones: in
 * the lesson), the longest form first, whole words only. Left alone are headings (of tables, too), code and programs, formulas, other
 * links, titles of asides, and the list of references. Questions are no part of the tree.
 */
import type { Node, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { GlossaryTerm } from './glossary';
import { headingId } from './heading-id';
import { plainText } from './lesson-tree';

/** What stands in the tree for a link: an element of its own, until the page makes a link of it. */
export interface GlossaryTermNode extends Node {
  type: 'glossaryTerm';
  children: PhrasingContent[];
  data: { hName: 'glossary-term'; hProperties: { term: string } };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    glossaryTerm: GlossaryTermNode;
  }
  interface RootContentMap {
    glossaryTerm: GlossaryTermNode;
  }
}

export interface LinkedTerm {
  readonly term: string;
  /** The heading's id; null: before the first one. */
  readonly section: string | null;
}

/** Changes the tree, and tells what was linked, in order. */
export function linkTerms(
  tree: Root,
  terms: readonly GlossaryTerm[],
  lesson: string,
): readonly LinkedTerm[] {
  const linker = new Linker(terms.filter(({ only }) => only === null || only.includes(lesson)));
  let isReferences = false;
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type === 'heading') {
      if (node.depth === 2) {
        const id = headingId(plainText(node));
        isReferences = id === 'references';
        linker.enter(id);
      }
      return [node];
    }
    return isReferences ? [node] : linker.linked(node);
  });
  return linker.found;
}

class Linker {
  readonly found: LinkedTerm[] = [];
  private section: string | null = null;
  private readonly inSection = new Set<string>();
  private readonly inLesson = new Set<string>();
  private readonly running: Forms;
  private readonly emphasised: Forms;
  private readonly codes: ReadonlyMap<string, GlossaryTerm>;

  constructor(terms: readonly GlossaryTerm[]) {
    this.running = new Forms(terms, ({ forms }) => forms);
    this.emphasised = new Forms(terms, ({ emphasised }) => emphasised);
    this.codes = new Map(terms.flatMap((term) => term.codes.map((code) => [code, term] as const)));
  }

  enter(section: string): void {
    this.section = section;
    this.inSection.clear();
  }

  /** The node, or what stands for it. */
  linked<N extends RootContent>(node: N): (N | Text | GlossaryTermNode)[] {
    switch (node.type) {
      case 'text':
        return this.linkedText(node);
      case 'inlineCode': {
        const term = this.codes.get(node.value);
        return term !== undefined && this.isFirst(term) ? [linkTo(term, node)] : [node];
      }
      case 'strong':
      case 'emphasis': {
        const term = this.emphasised.named(plainText(node));
        if (term !== undefined) return this.isFirst(term) ? [linkTo(term, node)] : [node];
        node.children = node.children.flatMap((child) => this.linked(child));
        return [node];
      }
      case 'paragraph':
        if (node.data?.directiveLabel === true) return [node];
        node.children = node.children.flatMap((child) => this.linked(child));
        return [node];
      case 'delete':
      case 'tableCell':
        node.children = node.children.flatMap((child) => this.linked(child));
        return [node];
      case 'containerDirective':
        if (node.name === 'program') return [node];
        for (const child of node.children) this.linked(child);
        return [node];
      case 'table':
        for (const row of node.children.slice(1)) this.linked(row);
        return [node];
      case 'blockquote':
      case 'list':
      case 'listItem':
      case 'tableRow':
        // Their children are blocks, and blocks stay what they are.
        for (const child of node.children) this.linked(child);
        return [node];
      default:
        return [node];
    }
  }

  private linkedText(node: Text): (Text | GlossaryTermNode)[] {
    const parts: (Text | GlossaryTermNode)[] = [];
    let from = 0;
    for (const { at, text, term } of this.running.matches(node.value)) {
      if (!this.isFirst(term)) continue;
      if (at > from) parts.push({ type: 'text', value: node.value.slice(from, at) });
      parts.push(linkTo(term, { type: 'text', value: text }));
      from = at + text.length;
    }
    if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
    return parts;
  }

  private isFirst(term: GlossaryTerm): boolean {
    const isLinked = (term.frequent ? this.inLesson : this.inSection).has(term.slug);
    this.inSection.add(term.slug);
    this.inLesson.add(term.slug);
    if (!isLinked) this.found.push({ term: term.slug, section: this.section });
    return !isLinked;
  }
}

function linkTo(term: GlossaryTerm, content: PhrasingContent): GlossaryTermNode {
  return {
    type: 'glossaryTerm',
    children: [content],
    data: { hName: 'glossary-term', hProperties: { term: term.slug } },
  };
}

/** The forms of all terms, with their plurals, by their first word; the longest first. */
class Forms {
  private readonly terms = new Map<string, GlossaryTerm>();
  private readonly lengths = new Map<string, readonly number[]>();

  constructor(terms: readonly GlossaryTerm[], formsOf: (term: GlossaryTerm) => readonly string[]) {
    for (const term of terms) {
      for (const form of formsOf(term)) {
        this.terms.set(form, term);
        this.terms.set(plural(form), term);
      }
    }
    for (const form of this.terms.keys()) {
      const words = form.split(' ');
      const first = words[0]?.toLowerCase() ?? '';
      const lengths = new Set([...(this.lengths.get(first) ?? []), words.length]);
      this.lengths.set(
        first,
        [...lengths].sort((a, b) => b - a),
      );
    }
  }

  named(text: string): GlossaryTerm | undefined {
    const inOneLine = text.replace(/\s+/g, ' ').trim();
    // A form with a capital letter (PCB) is itself only; others may begin a sentence.
    return this.terms.get(inOneLine) ?? this.terms.get(inOneLine.toLowerCase());
  }

  *matches(text: string): Generator<{ at: number; text: string; term: GlossaryTerm }> {
    const words = [...text.matchAll(WORD)];
    for (let k = 0; k < words.length; k += 1) {
      const match = this.longestAt(text, words, k);
      if (match === null) continue;
      yield match;
      k += match.words - 1;
    }
  }

  private longestAt(text: string, words: readonly RegExpExecArray[], k: number) {
    const first = words[k];
    if (first === undefined) return null;
    for (const count of this.lengths.get(first[0].toLowerCase()) ?? []) {
      const last = words[k + count - 1];
      if (last === undefined) continue;
      const piece = text.slice(first.index, last.index + last[0].length);
      const term = this.named(piece);
      if (term !== undefined) return { at: first.index, text: piece, term, words: count };
    }
    return null;
  }
}

/** A hyphen makes another word of it: "blocking" is not in "non-blocking". */
const WORD = /[\p{L}\p{N}_]+(?:[-/][\p{L}\p{N}_]+)*/gu;

function plural(form: string): string {
  if (/[^aeiou]y$/.test(form)) return form.replace(/y$/, 'ies');
  return /(?:s|x|ch|sh)$/.test(form) ? `${form}es` : `${form}s`;
}
