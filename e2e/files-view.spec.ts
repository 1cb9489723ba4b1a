import { expect, test } from 'playwright/test';
import { bundled } from './support/bundled';
import type * as FilesMoments from './support/files-moments';
import { openPrograms, record, showView, stepper, type StepperMove, walk } from './support/stepper';

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

const PROGRAMS = [
  { name: 'pipeline.c', text: PIPELINE },
  { name: 'buffer.c', text: BUFFER },
  { name: 'mailbox.c', text: MAILBOX },
];

test('what is open and shared, forwards and backwards', async ({ page }) => {
  const node = (await bundled('files-moments')) as typeof FilesMoments;
  await openPrograms(page, PROGRAMS);
  const pane = stepper(page);
  const figure = pane.locator('[data-files-at]');
  for (const { name, text } of PROGRAMS) {
    const moments = node.momentsOf(name, text);
    await record(page, name);
    await showView(page, 'Files and IPC');
    await expect(figure).toBeVisible();

    const on: StepperMove = { kind: 'click', button: 'Into, on' };
    const back: StepperMove = { kind: 'click', button: 'Into, back' };
    const times = (count: number, move: StepperMove) => Array.from({ length: count }, () => move);
    const start: StepperMove = { kind: 'click', button: 'To the beginning' };
    const shown = await walk(page, [start, ...times(24, on), ...times(24, back)], drawn);
    const seen = new Map<number, Drawn>();
    for (const each of shown) {
      compare(each, moments(each.step));
      expect(each).toEqual(seen.get(each.step) ?? each);
      seen.set(each.step, each);
    }
    expect(seen.size).toBeGreaterThan(10);
    const tables = [...seen.keys()].map((step) => moments(step).tables.length);
    expect(Math.max(...tables)).toBeGreaterThan(1);
    // The table says the same.
    const [last] = await walk(page, [{ kind: 'click', button: 'To the end' }], drawn);
    const { objects } = moments(last?.step ?? 0);
    await pane.getByRole('button', { name: 'Table', exact: true }).click();
    const rows = pane.getByRole('table', { name: 'What is open' }).locator('tbody tr');
    await expect(rows).toHaveCount(objects.length);
  }

  // A descriptor leads to the moment at which it was opened.
  await record(page, 'pipeline.c');
  const moments = node.momentsOf('pipeline.c', PIPELINE);
  const isOpenAt = (step: number): boolean =>
    moments(step).tables.some(({ descriptors }) => descriptors.some(({ fd }) => fd === 5));
  await expect(figure).toBeVisible();
  const firstStep = Number(await figure.getAttribute('data-files-at'));
  const later = await walk(
    page,
    Array.from({ length: 6 }, () => ({ kind: 'click', button: 'Into, on' })),
    (shown) => Number(shown.querySelector('[data-files-at]')?.getAttribute('data-files-at')),
  );
  const fifth = page.locator('[data-fd="5"]').first().getByRole('button');
  await expect(fifth).toContainText('made at line 8');
  await fifth.click();
  await expect(figure).not.toHaveAttribute('data-files-at', String(later.at(-1)));
  const opened = Number(await figure.getAttribute('data-files-at'));
  expect(opened).toBeGreaterThan(firstStep);
  expect([isOpenAt(opened - 1), isOpenAt(opened)]).toEqual([false, true]);
});

type Drawn = {
  readonly step: number;
  readonly tables: readonly string[];
  readonly objects: readonly string[];
  readonly cards: Readonly<Record<string, string>>;
};

/** All of one moment at once. */
function drawn(pane: HTMLElement): Drawn {
  const figure = pane.querySelector('[data-files-at]');
  if (figure === null) throw new Error('nothing is shown');
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
}

/** Against what Node has at that step. */
function compare(shown: Drawn, view: ReturnType<FilesMoments.Moments>) {
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
}
