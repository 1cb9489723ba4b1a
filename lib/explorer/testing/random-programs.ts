/**
 * Small C programs at random, by seed: two or three processes or threads with a few visible operations
 * each, of few kinds, so that they meet. What each saw is in its result; results are printed at the end.
 */
import { nextBelow, randomState, type RandomState } from '../../kernel/random';

/** What an operation needs, declared once, and what it is set to before anybody else is there. */
interface Kind {
  readonly declared: string;
  readonly begun: string;
  /** Statements of one operation: may change `r`, the result. */
  readonly operations: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    declared: 'static int *x;',
    begun: 'x = shared(2);',
    operations: ['x[0] = ME;', 'r += x[0];', 'x[0]++;', 'x[1] = x[0] + 1;', 'r += x[1];'],
  },
  {
    declared: 'static char *bytes;',
    begun: 'bytes = (char *)shared(1);',
    operations: ['bytes[0] = ME;', 'r += bytes[1];', 'bytes[1] = ME;', 'r += *(int *)bytes & 7;'],
  },
  {
    declared: 'static sem_t *s;',
    begun: 's = (sem_t *)shared(8); sem_init(s, 1, 1);',
    operations: [
      'sem_wait(s);',
      'sem_post(s);',
      'r += sem_trywait(s) + 1;',
      'sem_wait(s); r += 2; sem_post(s);',
    ],
  },
  {
    declared: 'static int set;',
    begun: 'set = semget(IPC_PRIVATE, 1, 0600); semctl(set, 0, SETVAL, 1);',
    operations: [
      'semop(set, &(struct sembuf){ 0, -1, 0 }, 1);',
      'semop(set, &(struct sembuf){ 0, 1, 0 }, 1);',
      'r += semop(set, &(struct sembuf){ 0, -1, IPC_NOWAIT }, 1) + 1;',
      'r += semctl(set, 0, GETVAL);',
    ],
  },
  {
    declared: 'static int ends[2];',
    begun: 'pipe(ends);',
    operations: [
      'write(ends[1], &"abc"[ME % 3], 1);',
      '{ char c = 0; r += (int)read(ends[0], &c, 1) + c; }',
      'close(ends[1]);',
    ],
  },
  {
    declared: 'static int queue; struct text { long type; char byte; };',
    begun: 'queue = msgget(IPC_PRIVATE, 0600);',
    operations: [
      'msgsnd(queue, &(struct text){ 1 + ME % 2, ME }, 1, 0);',
      '{ struct text m = { 0, 0 }; msgrcv(queue, &m, 1, 0, 0); r += m.byte; }',
      '{ struct text m = { 0, 0 }; r += (int)msgrcv(queue, &m, 1, 2, IPC_NOWAIT) + 1; }',
    ],
  },
  {
    declared: '',
    begun: '',
    operations: ['write(1, &"abc"[ME % 3], 1);', 'write(1, "+-", 2);'],
  },
  {
    declared: 'static int file;',
    begun: 'file = open("f", O_CREAT | O_RDWR, 0600);',
    operations: [
      'write(file, &"abc"[ME % 3], 1);',
      '{ char c = 0; r += (int)pread(file, &c, 1, 0) + c; }',
      'pwrite(file, &"abc"[ME % 3], 1, 0);',
      'r += (int)lseek(file, 0, SEEK_CUR);',
      'r += access("g", F_OK) + 1;',
      'close(open("g", O_CREAT | O_RDWR, 0600));',
      'unlink("g");',
    ],
  },
  {
    declared: 'static int pair[2];',
    begun: 'socketpair(AF_UNIX, SOCK_STREAM, 0, pair);',
    operations: [
      'write(pair[0], &"abc"[ME % 3], 1);',
      '{ char c = 0; r += (int)read(pair[1], &c, 1) + c; }',
      'shutdown(pair[0], SHUT_WR);',
    ],
  },
];

const OF_PROCESSES: readonly Kind[] = [
  {
    declared: 'static volatile int got; static void handle(int n) { got += n > 0; }',
    begun: 'signal(SIGUSR1, handle);',
    operations: ['kill(first, SIGUSR1);', 'r += got;'],
  },
  {
    declared: '',
    begun: '',
    operations: ['if (ME > 0) kill(first, SIGTERM);', 'r += waitpid(-1, NULL, WNOHANG) > 0;'],
  },
];

const OF_THREADS: readonly Kind[] = [
  {
    declared: 'static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; static int y;',
    begun: '',
    operations: [
      'pthread_mutex_lock(&lock); y += ME; r += y; pthread_mutex_unlock(&lock);',
      'pthread_mutex_lock(&lock);',
      'r += pthread_mutex_trylock(&lock) == 0;',
      'y = ME;',
      'r += y;',
    ],
  },
  {
    declared:
      'static pthread_mutex_t inner = PTHREAD_MUTEX_INITIALIZER; static int z; static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;',
    begun: '',
    operations: [
      'pthread_mutex_lock(&inner); if (z == 0) pthread_cond_wait(&changed, &inner); r += z; pthread_mutex_unlock(&inner);',
      'pthread_mutex_lock(&inner); z = ME; pthread_cond_signal(&changed); pthread_mutex_unlock(&inner);',
      'pthread_cond_broadcast(&changed);',
    ],
  },
];

export interface RandomProgram {
  readonly seed: number;
  readonly source: string;
}

/** What comes before main's headers is the caller's. */
export function randomProgram(seed: number): RandomProgram {
  const random = randomState(seed);
  const threads = nextBelow(random, 2) === 0;
  const all = [...KINDS, ...(threads ? OF_THREADS : OF_PROCESSES)];
  const kinds = Array.from({ length: 1 + nextBelow(random, 2) }, () => pick(random, all));
  const used = [...new Set(kinds)];
  const actors = 2 + (nextBelow(random, 4) === 0 ? 1 : 0);
  const bodies = Array.from({ length: actors }, (_, actor) =>
    body(random, kinds, actor, actors === 2 ? 3 : 2),
  );
  const waits = nextBelow(random, 8) > 0;
  const declared = used.map((kind) => kind.declared).join('\n');
  const begun = used.map((kind) => kind.begun).join(' ');
  return {
    seed,
    source: `#include <sys/socket.h>\nstatic pid_t first;\n${declared}\n${
      threads ? withThreads(bodies, begun, waits) : withProcesses(bodies, begun, waits)
    }`,
  };
}

function body(random: RandomState, kinds: readonly Kind[], me: number, most: number): string {
  const count = 1 + nextBelow(random, most);
  const statements = Array.from({ length: count }, () =>
    pick(random, pick(random, kinds).operations),
  );
  return `int r = 0; ${statements.join(' ')}`.replaceAll('ME', String(me + 1));
}

function withProcesses(bodies: readonly string[], begun: string, waits: boolean): string {
  const [own = '', ...others] = bodies;
  const children = others.map((each) => `if (fork() == 0) { ${each} _exit(r & 63); }`);
  const end = waits ? 'int status; while (wait(&status) > 0) r = r * 5 + status;' : '';
  return `int main(void) {
  first = getpid(); ${begun}
  ${children.join('\n  ')}
  ${own}
  ${end}
  printf("%d\\n", r);
}`;
}

function withThreads(bodies: readonly string[], begun: string, waits: boolean): string {
  const [own = '', ...others] = bodies;
  const functions = others.map(
    (each, k) => `static void *work${k}(void *unused) { ${each} return (void *)(long)r; }`,
  );
  const created = others.map((_, k) => `pthread_create(&threads[${k}], NULL, work${k}, NULL);`);
  const end = others.map((_, k) =>
    waits ? `pthread_join(threads[${k}], &result); r = r * 5 + (int)(long)result;` : '',
  );
  return `${functions.join('\n')}
int main(void) {
  pthread_t threads[${others.length}]; void *result = NULL;
  ${begun}
  ${created.join(' ')}
  ${own}
  ${end.join(' ')}
  printf("%d\\n", r + (result != NULL));
}`;
}

function pick<Value>(random: RandomState, values: readonly Value[]): Value {
  const value = values[nextBelow(random, values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
