/** What the table of system calls says of each: how many arguments it has and who handles it. */
import type { SystemCallName } from '../../abi/system-calls';
import type { SystemCallHandler } from '../kernel';

export type SystemCallRow = readonly [argumentCount: number, handler: SystemCallHandler];

/** The calls of one family. */
export type SystemCallRows = Readonly<Partial<Record<SystemCallName, SystemCallRow>>>;
