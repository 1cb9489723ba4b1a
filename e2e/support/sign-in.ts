import { expect, type Page } from 'playwright/test';

type Credentials = { readonly email: string; readonly password: string };

export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your courses' })).toBeVisible();
}

/** A new account, signed in. */
export async function register(page: Page, name: string): Promise<Credentials> {
  const email = `${crypto.randomUUID()}@school.example`;
  const password = `quiet ${crypto.randomUUID()}`;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Your courses' })).toBeVisible();
  return { email, password };
}
