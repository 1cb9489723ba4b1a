/** Questions drawn and answered in a test. */
import { type Answer } from '../answers';
import { type AskedQuestion, type Form, type FormOf } from '../asked';
import { judge } from '../judge';
import { drawQuestion, type Question, questionSchema } from '../question';

export function question(fields: object): Question {
  return questionSchema.parse({ id: 'q', prompt: 'P', explanation: 'E', ...fields });
}

export function asked(fields: object, seed = 'seed'): AskedQuestion {
  const drawing = drawQuestion(question(fields), seed);
  if (drawing.kind === 'failed') throw new Error(drawing.reason);
  return drawing.drawn.asked;
}

export function formOf<F extends Form['form']>(form: F, fields: object, seed?: string): FormOf<F> {
  const made = asked(fields, seed).form;
  if (!isForm(form, made)) throw new Error(made.form);
  return made;
}

export function isForm<F extends Form['form']>(form: F, made: Form): made is FormOf<F> {
  return made.form === form;
}

export function share(form: Form, answer: Answer): number {
  return judge(form, answer).share;
}

export function failure(fields: object): string {
  const drawing = drawQuestion(question(fields), 'seed');
  return drawing.kind === 'failed' ? drawing.reason : 'drawn';
}
