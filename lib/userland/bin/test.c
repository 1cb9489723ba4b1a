/* test(1) and [(1) */
#include "test-expression.h"
#include "complain.h"

static void say_about(const char *message, const char *subject) {
  if (!subject) complain("%s", message);
  else complain("%s '%s'", message, subject);
}

int main(int argc, char *argv[]) {
  static const struct test_words words = {"invalid integer", "extra argument", "missing argument", "missing ']'",
                                          "')' expected"};
  begin_program(argv);
  return test_command(argc, argv, &words, say_about);
}
