/* The mended sibling of flaws/owner-compared-then-set.c.
 */
#include <assert.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  atomic_int owner;
  int users;
} *printer;

static void print_page(int me) {
  int nobody = 0;
  if (!atomic_compare_exchange_strong(&printer->owner, &nobody, me)) return;
  printer->users++;
  assert(printer->users == 1);
  printer->users--;
  printer->owner = 0;
}

int main(void) {
  printer = mmap(NULL, sizeof *printer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    print_page(1);
    _exit(0);
  }
  print_page(2);
  wait(NULL);
  return 0;
}
