import 'server-only';
import { notFound } from 'next/navigation';
import { isAppError } from '@/lib/errors';

/** Turns "no such record (for you)" of lib/data into the not-found page. */
export async function found<T>(record: Promise<T>): Promise<T> {
  try {
    return await record;
  } catch (error) {
    if (isAppError(error, 'not-found')) notFound();
    throw error;
  }
}
