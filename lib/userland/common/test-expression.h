/* test(1) and [ (XCU test): for the shell's builtin and for /bin/test. */
#ifndef TEST_EXPRESSION_H
#define TEST_EXPRESSION_H
#include <stdbool.h>

struct test_words {
  const char *bad_number, *unexpected, *missing_argument, *missing_bracket, *missing_parenthesis;
};
int test_command(int argc, char **argv, const struct test_words *words,
                 void (*say)(const char *message, const char *subject));
#endif
