/* Both see enough money before either takes it.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *balance;

static void withdraw(int amount) {
  if (*balance >= amount) *balance = *balance - amount;
}

int main(void) {
  balance = mmap(NULL, sizeof *balance, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  *balance = 100;
  if (fork() == 0) {
    withdraw(70);
    _exit(0);
  }
  withdraw(60);
  wait(NULL);
  assert(*balance == 30 || *balance == 40); /* here */
  return 0;
}
