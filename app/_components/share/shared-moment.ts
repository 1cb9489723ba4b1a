/** A moment of a run in the part of an address after `#`: how the run was made, and how far it has come. */
import { z } from 'zod';
import type { ProgramFile } from '@/app/_workers/program-file';
import type { RecordedProgram } from '@/app/_workers/recording-protocol';
import type { ViolationKind } from '@/lib/explorer/result';
import { isViolationKind } from '@/lib/explorer/words/violation-kinds';
import { singleScheduleSchema } from '@/lib/grading/schedule-schema';
import { packJson, unpackJson } from './packed-json';
import { packFiles } from './shared-files';

/** Where the texts are not: in files beside it, or on the page. */
export type SharedMoment = Omit<RecordedProgram, 'source' | 'fileName' | 'more' | 'headers'> & {
  readonly title: string;
  readonly step: number;
};

const step = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const text = z.string().max(200_000);

const momentSchema = z.strictObject({
  title: z.string().max(200),
  step,
  args: z.array(z.string().max(10_000)).max(100),
  input: z.union([text, z.array(z.strictObject({ step, text: text.nullable() })).max(10_000)]),
  schedule: z.union([text, singleScheduleSchema]).nullable(),
  terminal: z.boolean(),
  processors: z.int().min(1).max(16).default(1),
  violation: z
    .strictObject({
      kind: z.custom<ViolationKind>(isViolationKind),
      message: text,
      location: z
        .strictObject({ file: z.string().max(1000), line: z.int(), function: z.string().max(1000) })
        .nullable(),
      details: z.unknown(),
    })
    .nullable(),
});

const MOMENT = /(?:^|\.)m1\.([^.]*)$/;

export async function packMoment({ title, step: at, ...program }: SharedMoment): Promise<string> {
  const { args, input, schedule, terminal, processors, violation } = program;
  const moment = {
    ...{ title, step: at, args, input, terminal, processors },
    schedule:
      typeof schedule === 'object' && schedule?.scheduler === 'recorded'
        ? schedule.choices
        : schedule,
    violation: violation === null ? null : plain(violation),
  };
  return `m1.${await packJson(moment)}`;
}

/** A violation that was found has more than is told of it here. */
function plain({ kind, message, location, details }: NonNullable<SharedMoment['violation']>) {
  return { kind, message, location, details };
}

/** null: no moment of ours is in the text. */
export async function unpackMoment(text: string): Promise<SharedMoment | null> {
  const [, packed] = MOMENT.exec(text) ?? [];
  if (packed === undefined) return null;
  const parsed = momentSchema.safeParse(await unpackJson(packed));
  return parsed.success ? parsed.data : null;
}

/** The texts that were recorded, and the moment: both are found in it again. */
export async function packRun(
  title: string,
  program: RecordedProgram,
  at: number,
): Promise<string> {
  const { source, fileName, more = [], headers = [] } = program;
  const files = new Map<string, ProgramFile>();
  for (const file of [{ name: fileName, text: source }, ...more, ...headers])
    if (!files.has(file.name)) files.set(file.name, { name: file.name, text: file.text });
  return `${await packFiles([...files.values()])}.${await packMoment({ ...program, title, step: at })}`;
}
