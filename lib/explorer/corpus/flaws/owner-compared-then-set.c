/* Two processes find that nobody owns the printer, and both take it.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int owner;
  int users;
} *printer;

static void print_page(int me) {
  if (printer->owner != 0) return;
  printer->owner = me;
  printer->users++;
  assert(printer->users == 1); /* here */
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
