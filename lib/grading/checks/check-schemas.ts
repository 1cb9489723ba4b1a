/** Checks that are judged by running a program under some schedules, as authors write them. */
import { z } from 'zod';
import { Signal, type SignalName } from '../../abi/signals';
import { SystemCall, type SystemCallName } from '../../abi/system-calls';
import { checkFields } from '../check-fields';
import { segmentNames } from './segment-names';

export interface TreeShape {
  readonly children: readonly TreeShape[];
}

/** In YAML a process is the list of its children: `[[], [[]]]` has two, the second has one. */
const treeShapeSchema: z.ZodType<TreeShape> = z.lazy(() =>
  z
    .array(treeShapeSchema)
    .max(64)
    .transform((children) => ({ children })),
);

const systemCall = z.custom<SystemCallName>(
  (name) => typeof name === 'string' && Object.hasOwn(SystemCall, name),
  'the name of a system call, as the system-call log has it',
);
const signal = z.custom<SignalName>(
  (name) => typeof name === 'string' && Object.hasOwn(Signal, name),
  'the name of a signal, such as SIGKILL',
);
const exitCode = z.int().min(0).max(255);

export const runChecks = [
  z.strictObject({ ...checkFields, kind: z.literal('compiles') }),
  z.strictObject({
    ...checkFields,
    kind: z.literal('output'),
    match: z.enum(['exact', 'unordered-lines', 'pattern']),
    /** For `pattern`: a regular expression over the whole output, flags `su`. */
    expected: z.string().max(100_000),
    stream: z.enum(['stdout', 'stderr']).default('stdout'),
  }),
  z.strictObject({ ...checkFields, kind: z.literal('exit-status'), expected: exitCode }),
  z.strictObject({ ...checkFields, kind: z.literal('process-tree'), shape: treeShapeSchema }),
  z.strictObject({
    ...checkFields,
    kind: z.literal('process-count'),
    /** Counting the first one. */
    expected: z.int().min(1).max(1000),
  }),
  z.strictObject({
    ...checkFields,
    kind: z.literal('endings'),
    /** How all processes but the first end, in any order. */
    expected: z
      .array(z.union([z.strictObject({ exit: exitCode }), z.strictObject({ signal })]))
      .max(64),
  }),
  z.strictObject({
    ...checkFields,
    kind: z.literal('orphans'),
    /** So many processes live on after their parent. */
    expected: z.int().min(0).max(64),
  }),
  z
    .strictObject({
      ...checkFields,
      kind: z.literal('calls'),
      call: systemCall,
      /** All processes together, as long as they run the student's program. */
      least: z.int().min(0).max(10_000).optional(),
      most: z.int().min(0).max(10_000).optional(),
    })
    .refine(
      ({ least, most }) => least !== undefined || most !== undefined,
      'say how often: least, most or both',
    ),
  z.strictObject({
    ...checkFields,
    kind: z.literal('addresses'),
    /** Lines `label 0x…`, in this order and with rising addresses; each lies in its segment. */
    lines: z
      .array(z.strictObject({ label: z.string().min(1).max(50), segment: z.enum(segmentNames) }))
      .min(1)
      .max(30),
  }),
  z.strictObject({ ...checkFields, kind: z.literal('no-zombies') }),
  z.strictObject({
    ...checkFields,
    kind: z.literal('no-memory-errors'),
    /** Memory that is never freed counts, too. */
    leaks: z.boolean().default(false),
  }),
  z.strictObject({ ...checkFields, kind: z.literal('all-end') }),
  z.strictObject({ ...checkFields, kind: z.literal('no-leftovers') }),
] as const;
