/** Whom does the scheduler take next? A moment of a run under a policy. */
import { z } from 'zod';
import type { FormOf } from '../asked';
import { drawOne } from '../drawing/random';
import { AskFailure } from '../failure';
import { type Decision, decisionsOf, whyNot } from '../workload/decisions';
import { workloadSchema } from '../workload/workload';
import { common } from './common';
import { chartOf, type Draw } from './draw';

export const nextDecisionSchema = z.strictObject({
  ...common,
  kind: z.literal('next-decision'),
  workload: workloadSchema,
});

export function askNextDecision(draw: Draw): {
  readonly form: FormOf<'choice'>;
  readonly decision: Decision;
} {
  const { workload, slots } = chartOf(draw);
  const decisions = decisionsOf(workload, slots);
  if (decisions.length === 0) throw new AskFailure('there is never more than one to choose', true);
  const decision = drawOne(draw.random, decisions);
  return {
    decision,
    form: {
      form: 'choice',
      many: false,
      shown: 'text',
      options: decision.candidates.map((name) => ({
        id: name.toLowerCase(),
        text: name,
        correct: name === decision.chosen,
        why: name === decision.chosen ? '' : whyNot(workload, slots, decision, name),
      })),
    },
  };
}
