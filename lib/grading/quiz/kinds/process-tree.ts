/** The tree of a program's processes, to be drawn. */
import { z } from 'zod';
import { shapeSize } from '../../../trace/tree-shape';
import type { FormOf } from '../asked';
import { treeOf } from '../computed/program-runs';
import { shapeToText } from '../drawn-tree';
import { AskFailure } from '../failure';
import { common } from './common';
import { type Draw, programOf } from './draw';

const PROCESSES_MAX = 20;

export const processTreeSchema = z.strictObject({
  ...common,
  kind: z.literal('process-tree'),
  program: z.string().min(1).max(20_000),
});

export function askProcessTree(draw: Draw): FormOf<'tree'> {
  const shape = treeOf(programOf(draw));
  const size = shapeSize(shape);
  if (size < 2) throw new AskFailure('there is only one process', true);
  if (size > PROCESSES_MAX) throw new AskFailure(`${size} processes are too many to draw`, true);
  return { form: 'tree', tree: shapeToText(shape) };
}
