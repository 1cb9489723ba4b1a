/* The commands that the shell executes itself: XCU 2.14's special ones, and the regular ones. */
#include "shell.h"
#include <stdio.h>
#include <string.h>
#include <sys/times.h>
#include <unistd.h>

static int builtin_true(int argc, char **argv) {
  (void)argc;
  (void)argv;
  return 0;
}

static int builtin_false(int argc, char **argv) {
  (void)argc;
  (void)argv;
  return 1;
}

const struct builtin builtins[] = {{".", builtin_dot, true},
                                   {":", builtin_true, true},
                                   {"[", builtin_test, false},
                                   {"bg", builtin_bg, false},
                                   {"break", builtin_break, true},
                                   {"cd", builtin_cd, false},
                                   {"command", builtin_command, false},
                                   {"continue", builtin_break, true},
                                   {"echo", builtin_echo, false},
                                   {"eval", builtin_eval, true},
                                   {"exec", builtin_exec, true},
                                   {"exit", builtin_exit, true},
                                   {"export", builtin_export, true},
                                   {"false", builtin_false, false},
                                   {"fg", builtin_fg, false},
                                   {"getopts", builtin_getopts, false},
                                   {"hash", builtin_hash, false},
                                   {"jobs", builtin_jobs, false},
                                   {"kill", builtin_kill, false},
                                   {"local", builtin_local, false},
                                   {"printf", builtin_printf, false},
                                   {"pwd", builtin_pwd, false},
                                   {"read", builtin_read, false},
                                   {"readonly", builtin_export, true},
                                   {"return", builtin_return, true},
                                   {"set", builtin_set, true},
                                   {"shift", builtin_shift, true},
                                   {"source", builtin_dot, true},
                                   {"test", builtin_test, false},
                                   {"times", builtin_times, true},
                                   {"trap", builtin_trap, true},
                                   {"true", builtin_true, false},
                                   {"type", builtin_type, false},
                                   {"ulimit", builtin_ulimit, false},
                                   {"umask", builtin_umask, false},
                                   {"unset", builtin_unset, true},
                                   {"wait", builtin_wait, false}};
enum { BUILTINS = sizeof builtins / sizeof *builtins };

const struct builtin *builtin_named(const char *name) {
  for (int i = 0; i < BUILTINS; i++)
    if (builtins[i].name[0] == name[0] && strcmp(builtins[i].name, name) == 0) return &builtins[i];
  return NULL;
}

/* In a form that the shell reads back: 'it'"'"'s' */
void print_quoted(const char *text) {
  putchar('\'');
  for (; *text; text++) {
    if (*text == '\'') fputs("'\"'\"'", stdout);
    else putchar(*text);
  }
  putchar('\'');
}

static void show_time(clock_t ticks) {
  long per_second = sysconf(_SC_CLK_TCK);
  printf("%ldm%ld.%06lds", ticks / per_second / 60, ticks / per_second % 60,
         ticks % per_second * (1000000 / per_second));
}

int builtin_times(int argc, char **argv) {
  (void)argc;
  (void)argv;
  struct tms used;
  times(&used);
  clock_t all[] = {used.tms_utime, used.tms_stime, used.tms_cutime, used.tms_cstime};
  for (int i = 0; i < 4; i++) {
    show_time(all[i]);
    putchar(i % 2 == 0 ? ' ' : '\n');
  }
  return 0;
}
