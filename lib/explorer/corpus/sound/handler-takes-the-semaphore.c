/* The mended sibling of flaws/handler-takes-the-semaphore.c.
 */
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t *mutex;

static void on_signal(int number) {
  (void)number;
  sem_wait(mutex);
  sem_post(mutex);
}

int main(void) {
  mutex = mmap(NULL, sizeof *mutex, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(mutex, 1, 1);
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  sigprocmask(SIG_BLOCK, &blocked, NULL);
  sem_wait(mutex);
  sem_post(mutex);
  sigprocmask(SIG_UNBLOCK, &blocked, NULL);
  while (wait(NULL) < 0)
    ;
  return 0;
}
