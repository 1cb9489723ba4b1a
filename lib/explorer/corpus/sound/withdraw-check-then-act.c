/* The mended sibling of flaws/withdraw-check-then-act.c.
 */
#include <assert.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int balance;
  sem_t mutex;
} *account;

static void withdraw(int amount) {
  sem_wait(&account->mutex);
  if (account->balance >= amount) account->balance -= amount;
  sem_post(&account->mutex);
}

int main(void) {
  account = mmap(NULL, sizeof *account, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  account->balance = 100;
  sem_init(&account->mutex, 1, 1);
  if (fork() == 0) {
    withdraw(70);
    _exit(0);
  }
  withdraw(60);
  wait(NULL);
  assert(account->balance == 30 || account->balance == 40);
  return 0;
}
