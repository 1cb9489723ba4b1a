/** Reading an answer in the form in which it should be; one of another form counts as none. */
import type { Answer } from './answers';

export function isEmptyAnswer(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Object.values(answer).every((part) => part === '');
}

export function textAnswer(answer: Answer | undefined): string {
  return typeof answer === 'string' ? answer : '';
}

export function listAnswer(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}

export function recordAnswer(answer: Answer | undefined): Readonly<Record<string, string>> {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
}
