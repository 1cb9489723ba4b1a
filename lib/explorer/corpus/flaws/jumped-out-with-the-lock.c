/* The handler of the alarm jumps out of what takes too long, lock and all.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

static sem_t lock;
static sigjmp_buf out;

static void on_alarm(int number) {
  (void)number;
  siglongjmp(out, 1);
}

int main(void) {
  struct itimerval soon = {{0, 0}, {0, 20000}};
  sem_init(&lock, 0, 1);
  signal(SIGALRM, on_alarm);
  if (sigsetjmp(out, 1) == 0) {
    setitimer(ITIMER_REAL, &soon, NULL);
    sem_wait(&lock);
    write(1, "", 0);
    sem_post(&lock);
    pause();
  }
  sem_wait(&lock); /* here */
  return 0;
}
