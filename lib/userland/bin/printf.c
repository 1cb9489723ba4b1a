/* printf(1) */
#include "printf-command.h"
#include "complain.h"

static void say_about(const char *message, const char *subject) {
  if (!subject) complain("%s", message);
  else if (message[0] == '%') complain("%s: invalid conversion specification", subject);
  else complain("'%s': %s", subject, message);
}

int main(int argc, char *argv[]) {
  static const struct printf_words words = {"missing operand", "expected a numeric value",
                                            "value not completely converted", "%", false};
  begin_program(argv);
  int status = printf_command(argc, argv, &words, say_about);
  if (argc < 2) bad_option(1);
  return finish_output() | status;
}
