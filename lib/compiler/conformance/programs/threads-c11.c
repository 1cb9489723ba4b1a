/* C11 7.26: threads.h. */
#include <stdio.h>
#include <threads.h>
#include <time.h>

static once_flag flag = ONCE_FLAG_INIT;
static int prepared;
static mtx_t mutex;
static cnd_t changed;
static tss_t key;
static int turn, counter, destroyed;
static thread_local int mine = 5;

static void prepare(void) { prepared++; }
static void destroy(void *value) { destroyed += *(int *)value; }

static int work(void *argument) {
  static int values[3] = {1, 10, 100};
  int number = *(int *)argument;
  call_once(&flag, prepare);
  tss_set(key, &values[number]);
  for (int k = 0; k < 200; k++) {
    mtx_lock(&mutex);
    counter++;
    mtx_unlock(&mutex);
    mine++;
  }
  mtx_lock(&mutex);
  while (turn != number) cnd_wait(&changed, &mutex);
  printf("thread %d: mine %d, key %d\n", number, mine, *(int *)tss_get(key));
  turn++;
  cnd_broadcast(&changed);
  mtx_unlock(&mutex);
  if (number == 1) thrd_exit(-7);
  return number * 2;
}

static struct timespec after(long nanoseconds) {
  struct timespec now;
  timespec_get(&now, TIME_UTC);
  now.tv_nsec += nanoseconds;
  now.tv_sec += now.tv_nsec / 1000000000;
  now.tv_nsec %= 1000000000;
  return now;
}

static int holds(void *argument) {
  mtx_t *timed = argument;
  struct timespec deadline = after(2000000);
  int tried = mtx_trylock(timed);
  int timedout = mtx_timedlock(timed, &deadline);
  return (tried == thrd_busy) * 10 + (timedout == thrd_timedout);
}

int main(void) {
  thrd_t threads[3];
  int numbers[3] = {0, 1, 2}, results[3];
  mtx_init(&mutex, mtx_plain);
  cnd_init(&changed);
  printf("key %d\n", tss_create(&key, destroy) == thrd_success);
  for (int k = 0; k < 3; k++) thrd_create(&threads[k], work, &numbers[k]);
  for (int k = 0; k < 3; k++)
    if (thrd_join(threads[k], &results[k]) != thrd_success) printf("no join\n");
  printf("results %d %d %d\n", results[0], results[1], results[2]);
  printf("counter %d, prepared %d, destroyed %d, mine %d\n", counter, prepared, destroyed, mine);
  tss_delete(key);

  mtx_t timed;
  thrd_t other;
  printf("init %d\n", mtx_init(&timed, mtx_timed | mtx_recursive));
  printf("lock %d %d %d\n", mtx_lock(&timed), mtx_lock(&timed), mtx_trylock(&timed));
  thrd_create(&other, holds, &timed);
  thrd_join(other, results);
  printf("other %d\n", results[0]);
  for (int k = 0; k < 3; k++) mtx_unlock(&timed);
  thrd_create(&other, holds, &timed);
  thrd_join(other, results);
  printf("then %d\n", results[0]);
  mtx_destroy(&timed);

  mtx_lock(&mutex);
  struct timespec soon = after(1000000);
  printf("wait %d\n", cnd_timedwait(&changed, &mutex, &soon) == thrd_timedout);
  mtx_unlock(&mutex);
  struct timespec pause = {0, 1000000};
  printf("sleep %d\n", thrd_sleep(&pause, NULL));
  thrd_yield();
  printf("self %d\n", thrd_equal(thrd_current(), thrd_current()) != 0);
  cnd_destroy(&changed);
  mtx_destroy(&mutex);
  return 0;
}
