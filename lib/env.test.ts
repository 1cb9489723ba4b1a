import { describe, expect, test } from 'vitest';
import { parseEnv } from './env';
import { isAppError } from './errors';

const least = { DATABASE_URL: 'postgresql://app@127.0.0.1:5432/app' };

describe('environment', () => {
  test('needs the database only', () => {
    expect(parseEnv(least)).toMatchObject({ ...least, REGISTRATION: 'open', GRADING_THREADS: 2 });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(parseEnv({ ...least, OIDC_ISSUER: '', GRADING_THREADS: '' }).GRADING_THREADS).toBe(2);
  });

  test.each([
    [{}, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ ...least, OIDC_ISSUER: 'https://id.school.example' }, 'OIDC'],
    [{ ...least, NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET'],
    [{ ...least, GRADING_THREADS: '0' }, 'GRADING_THREADS'],
  ])('names what is wrong in %j', (source, named) => {
    let error: unknown;
    try {
      parseEnv(source);
    } catch (caught) {
      error = caught;
    }
    expect(isAppError(error, 'misconfigured')).toBe(true);
    expect(String(error)).toContain(named);
  });
});
