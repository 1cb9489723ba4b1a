/* sh [-options] [-c command [name [argument...]] | -s | file [argument...]] */
#include "shell.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *command;

/* Options before the operands; gives the index of the first operand. */
static int take_options(int argc, char **argv) {
  bool takes_command = false;
  int i = 1;
  for (; i < argc && (argv[i][0] == '-' || argv[i][0] == '+') && argv[i][1] != '\0'; i++) {
    bool on = argv[i][0] == '-';
    if (strcmp(argv[i], "--") == 0) {
      i++;
      break;
    }
    for (const char *letter = argv[i] + 1; *letter; letter++) {
      if (*letter == 'c') takes_command = true;
      else if (*letter == 'o' && i + 1 < argc) {
        if (!set_named_option(argv[++i], on)) fail(2, "Illegal option -o %s", argv[i]);
        break;
      } else if (*letter != 'l' && !set_option(*letter, on)) {
        fail(2, "Illegal option %c%c", argv[i][0], *letter);
      }
    }
  }
  if (takes_command) {
    if (i >= argc) fail(2, "-c requires an argument");
    command = argv[i++];
  }
  return i;
}

static int open_script(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0) {
    const char *problem = errno == ENOENT ? "No such file" : strerror(errno);
    fail(2, "cannot open %s: %s", path, problem);
  }
  int high = fcntl(fd, F_DUPFD_CLOEXEC, 10);
  close(fd);
  return high;
}

static void greet_terminal(void) {
  if (!value_of("PS1")) set_variable("PS1", "$ ");
  if (!options.monitor) set_option('m', true);
}

/* The commands of `input`; an error of an interactive shell comes back here, and it goes on. */
static int serve(void) {
  struct escape here = {.outer = NULL};
  struct arena_mark mark = arena_mark(&scratch);
  struct input *outermost = input;
  if (setjmp(here.place) != 0) {
    running_builtin = NULL;
    while (input != outermost) pop_input();
    save_lexer();
    skipping = SKIP_NONE;
    loop_depth = function_depth = 0;
    if (interrupted) fputc('\n', stderr);
    interrupted = 0;
    input->at = input->length;
    arena_release(&scratch, mark);
  }
  if (interactive) escape = &here;
  run_source(false);
  return last_status;
}

int main(int argc, char **argv) {
  shell_name = argv[0];
  take_environment();
  int first = take_options(argc, argv);
  shell_pid = getpid();
  if (command) {
    if (first < argc) shell_name = argv[first++];
    set_shell_signals();
    set_parameters(argv + first, argc - first);
    leave(run_text(command, RUN_LAST, 1));
  }
  struct input place;
  if (first < argc && !options.standard_input) {
    int script = open_script(argv[first]);
    shell_name = argv[first];
    set_parameters(argv + first + 1, argc - first - 1);
    set_shell_signals();
    push_file_input(&place, script, false);
  } else {
    set_parameters(argv + first, argc - first);
    interactive = options.interactive || (isatty(0) && isatty(2));
    options.interactive = interactive;
    options.standard_input = true;
    set_shell_signals();
    push_file_input(&place, 0, interactive);
    if (interactive) greet_terminal();
  }
  int status = serve();
  if (interactive) fputc('\n', stderr);
  leave(status);
}
