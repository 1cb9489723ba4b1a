import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, type Locator, type Page, test } from 'playwright/test';
import type * as FilesMoments from './support/files-moments';

// The view of files and IPC shows, at each moment that is gone to and in both directions, what the
// machine in Node has open then.

const PIPELINE = `#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void) {
    int first[2], second[2];
    char text[16];
    pipe(first);
    pipe(second);
    if (fork() == 0) {
        close(first[0]);
        write(first[1], "to the filter", 13);
        return 0;
    }
    if (fork() == 0) {
        close(first[1]);
        long length = read(first[0], text, sizeof text);
        text[0] = 'T';
        dup2(second[1], STDOUT_FILENO);
        write(STDOUT_FILENO, text, length);
        return 0;
    }
    close(first[0]); close(first[1]); close(second[1]);
    read(second[0], text, sizeof text);
    while (wait(NULL) > 0)
        ;
    return 0;
}
`;

const BUFFER = `#include <pthread.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
struct buffer { sem_t empty, full, mutex; int items[2], in, out; };
int main(void) {
    struct buffer *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    sem_init(&shared->empty, 1, 2);
    sem_init(&shared->full, 1, 0);
    sem_init(&shared->mutex, 1, 1);
    if (fork() == 0) {
        for (int k = 0; k < 5; k++) {
            sem_wait(&shared->full);
            sem_wait(&shared->mutex);
            shared->out = (shared->out + 1) % 2;
            sem_post(&shared->mutex);
            sem_post(&shared->empty);
        }
        return 0;
    }
    for (int k = 0; k < 5; k++) {
        sem_wait(&shared->empty);
        sem_wait(&shared->mutex);
        shared->items[shared->in] = k;
        shared->in = (shared->in + 1) % 2;
        sem_post(&shared->mutex);
        sem_post(&shared->full);
    }
    wait(NULL);
    return 0;
}
`;

const MAILBOX = `#include <mqueue.h>
#include <string.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>
struct letter { long type; char text[16]; };
int main(void) {
    int queue = msgget(IPC_PRIVATE, 0600);
    struct letter letter = {2, "second"};
    msgsnd(queue, &letter, 7, 0);
    letter.type = 1;
    strcpy(letter.text, "first");
    msgsnd(queue, &letter, 6, 0);
    struct mq_attr attr = {.mq_maxmsg = 4, .mq_msgsize = 16};
    mqd_t urgent = mq_open("/urgent", O_RDWR | O_CREAT, 0600, &attr);
    mq_send(urgent, "later", 6, 1);
    mq_send(urgent, "now", 4, 9);
    if (fork() == 0) {
        char text[16];
        msgrcv(queue, &letter, 16, 1, 0);
        msgrcv(queue, &letter, 16, 3, 0);
        mq_receive(urgent, text, sizeof text, NULL);
        return 0;
    }
    sleep(1);
    letter.type = 3;
    msgsnd(queue, &letter, 6, 0);
    wait(NULL);
    return 0;
}
`;

let node: typeof FilesMoments;
let folder: string;

test.beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-files-'));
  const outfile = path.join(folder, 'files-moments.mjs');
  const entryPoints = ['e2e/support/files-moments.ts'];
  await build({ entryPoints, bundle: true, format: 'esm', outfile, logLevel: 'error' });
  node = (await import(pathToFileURL(outfile).href)) as typeof FilesMoments;
});

test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const pane = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Steps' });
const shownAt = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-files-at]').getAttribute('data-files-at'));

async function openView(page: Page, source: string) {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await page.goto('/play?example=prog');
  await page.getByRole('textbox', { name: /C source$/ }).fill(source);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(pane(page).getByRole('combobox', { name: 'Whose steps' })).toBeVisible({
    timeout: 60_000,
  });
  const choice = pane(page).getByRole('combobox', { name: 'View' });
  if (await choice.isVisible()) await choice.selectOption({ label: 'Files and IPC' });
  else await pane(page).getByRole('tab', { name: 'Files and IPC' }).click();
  await expect(page.locator('[data-files-at]')).toBeVisible({ timeout: 60_000 });
}

type Drawn = {
  readonly step: number;
  readonly tables: readonly string[];
  readonly objects: readonly string[];
  readonly cards: Readonly<Record<string, string>>;
};

/** All of one moment at once. */
function drawn(page: Page): Promise<Drawn> {
  return page.locator('[data-files-at]').evaluate((figure) => {
    const all = (selector: string, within: Element = figure) => [
      ...within.querySelectorAll<HTMLElement>(selector),
    ];
    // What has changed depends on where one comes from.
    const text = ({ innerText }: HTMLElement) => innerText.replace(/\n+changed/g, '');
    return {
      step: Number(figure.getAttribute('data-files-at')),
      tables: all('[data-table-of]').map(
        (table) =>
          `${table.dataset['tableOf']}: ` +
          all('[data-fd]', table)
            .map(({ dataset }) => `${dataset['fd']}>${dataset['description']}`)
            .join(' '),
      ),
      objects: all('[data-object]').map((each) => `${each.dataset['object']}: ${text(each)}`),
      cards: Object.fromEntries(
        all('[data-row]').map((card) => [card.dataset['row'] ?? '', text(card)]),
      ),
    };
  });
}

/** Against what Node has at that step. */
function compare(shown: Drawn, moments: FilesMoments.Moments) {
  const view = moments(shown.step);
  const tables = new Map<string, string[]>();
  for (const { pid, descriptors } of view.tables) {
    const text = descriptors.map(({ fd, description }) => `${fd}>${description}`).join(' ');
    tables.set(text, [...(tables.get(text) ?? []), String(pid)]);
  }
  expect([...shown.tables].sort()).toEqual(
    [...tables].map(([text, pids]) => `${pids.join(' ')}: ${text}`).sort(),
  );
  expect(shown.objects).toHaveLength(view.objects.length);
  for (const { key, body, waiting } of view.objects) {
    const text = shown.objects.find((each) => each.startsWith(`${key}: `)) ?? '';
    if (body.kind === 'pipe')
      expect(text).toContain(
        body.bytes.byteCount === 0
          ? 'empty'
          : `${body.bytes.byteCount} bytes: “${body.bytes.head}”`,
      );
    expect(text.includes('waiting:')).toBe(waiting.length > 0);
  }
  for (const { key, name, value, waiting } of view.semaphores) {
    const text = shown.cards[`semaphore ${key}`] ?? '';
    expect(text.startsWith(String(value))).toBe(true);
    expect(text).toContain(name);
    expect(text.match(/takes 1/g) ?? []).toHaveLength(waiting.length);
  }
  for (const { key, attachments } of view.sharedMemory)
    for (const { address } of attachments)
      expect(shown.cards[`memory ${key}`]).toContain(`0x${address.toString(16)}`);
  for (const { key, messages, waiting } of view.messageQueues) {
    const text = shown.cards[`queue ${key}`] ?? '';
    const found = [...text.matchAll(/(?:type|priority) (\d+)\s+“([^”]*)”/g)];
    expect(found.map(([, type, content]) => `${type} ${content}`)).toEqual(
      messages.map(({ type, bytes }) => `${type} ${bytes.head.replace(/\0+$/, '')}`),
    );
    for (const { wants } of waiting) expect(text).toContain(wants);
  }
  return view;
}

for (const [name, source] of [
  ['a pipeline', PIPELINE],
  ['a bounded buffer in shared memory', BUFFER],
  ['mailboxes', MAILBOX],
] as const)
  test(`${name}: what is open and shared, forwards and backwards`, async ({ page }) => {
    test.setTimeout(240_000);
    const moments = node.momentsOf(source);
    await openView(page, source);
    const forwards = new Map<number, Drawn>();
    const go = async (button: string) => {
      const before = await shownAt(page);
      await pane(page).getByRole('button', { name: button, exact: true }).click();
      // There may be no further line.
      await expect
        .poll(() => shownAt(page), { timeout: 1_000 })
        .not.toBe(before)
        .catch(() => undefined);
      const shown = await drawn(page);
      return { shown, view: compare(shown, moments), isSame: shown.step === before };
    };
    let most = 0;
    for (let k = 0, same = 0; k < 40 && same < 3; k++) {
      const { shown, view, isSame } = await go('Into, on');
      same = isSame ? same + 1 : 0;
      most = Math.max(most, view.tables.length);
      forwards.set(shown.step, shown);
    }
    expect(most).toBeGreaterThan(1);
    expect(forwards.size).toBeGreaterThan(5);
    let times = 0;
    for (let k = 0, same = 0; k < 40 && same < 3; k++) {
      const { shown, isSame } = await go('Into, back');
      same = isSame ? same + 1 : 0;
      const before = forwards.get(shown.step);
      if (before !== undefined) times++;
      if (before !== undefined) expect(shown).toEqual(before);
    }
    expect(times).toBeGreaterThan(5);
    // The table says the same.
    const { view: last } = await go('To the end');
    await pane(page).getByRole('button', { name: 'Table', exact: true }).click();
    const rows = pane(page).getByRole('table', { name: 'What is open' }).locator('tbody tr');
    await expect(rows).toHaveCount(last.objects.length);
  });

test('a descriptor leads to the moment at which it was opened', async ({ page }) => {
  await openView(page, PIPELINE);
  const fifth = page.locator('[data-fd="5"]').first();
  const on = pane(page).getByRole('button', { name: 'Into, on', exact: true });
  for (let k = 0; k < 6; k++) {
    const before = await shownAt(page);
    await on.click();
    await expect.poll(() => shownAt(page)).not.toBe(before);
  }
  const later = await shownAt(page);
  await expect(fifth.getByRole('button')).toContainText('made at line 8');
  await fifth.getByRole('button').click();
  await expect.poll(() => shownAt(page)).toBeLessThan(later);
  const moments = node.momentsOf(PIPELINE);
  const isOpenAt = (step: number): boolean =>
    moments(step).tables.some(({ descriptors }) => descriptors.some(({ fd }) => fd === 5));
  const opened = await shownAt(page);
  expect([isOpenAt(opened - 1), isOpenAt(opened)]).toEqual([false, true]);
});
