/* printf(1): its format language, for the shell's builtin and for /bin/printf; echo's escapes. */
#ifndef PRINTF_COMMAND_H
#define PRINTF_COMMAND_H
#include <stdbool.h>

/* What is said of mistakes, which differs between the shell and coreutils. */
struct printf_words {
  const char *usage, *not_numeric, *not_converted, *bad_directive;
  bool subject_last; /* "message: subject"; else "'subject': message" */
};
typedef void say(const char *message, const char *subject);

enum printed { PRINT_ON, PRINT_STOP };
enum printed print_escaped(const char *text); /* PRINT_STOP after \c */
int printf_command(int argc, char **argv, const struct printf_words *words, say *say);
#endif
