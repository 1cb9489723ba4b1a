/* at_quick_exit and quick_exit: C11 7.22.4.3, 7.22.4.7. Streams are not flushed. */
#include <stdlib.h>

#define HANDLERS_MAX 32

static void (*handlers[HANDLERS_MAX])(void);
static int count;

int at_quick_exit(void (*handler)(void)) {
  if (count == HANDLERS_MAX) return -1;
  handlers[count++] = handler;
  return 0;
}

_Noreturn void quick_exit(int status) {
  while (count > 0) handlers[--count]();
  _Exit(status);
}
