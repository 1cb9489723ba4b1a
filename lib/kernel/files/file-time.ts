/** Times of files: exact to the nanosecond however far from now a program sets them. */
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from '../time/virtual-time';

export interface FileTime {
  /** Since 1970. */
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** From virtual time. */
export function fileTime(timeNs: number): FileTime {
  return {
    seconds: BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND),
    nanoseconds: timeNs % NANOSECONDS_PER_SECOND,
  };
}
