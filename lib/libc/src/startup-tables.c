/* Programs with constructors or destructors (GNU C) begin here; the linker makes the tables. */
#include <stdlib.h>

void _start(int argc, char **argv, char **envp);

extern void (*const __init_array[])(int argc, char **argv, char **envp);
extern void (*const __fini_array[])(void);

static void run_destructors(void) {
  for (int at = 0; __fini_array[at] != 0; at++) __fini_array[at]();
}

void _start_with_tables(int argc, char **argv, char **envp) {
  extern char **environ;
  environ = envp;
  atexit(run_destructors);
  for (int at = 0; __init_array[at] != 0; at++) __init_array[at](argc, argv, envp);
  _start(argc, argv, envp);
}
