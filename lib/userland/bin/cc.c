/*
 * cc(1): compiles C files and links them with the C library, as the machine's compiler does it (a system
 * call). Leaves out: object files, so -c, -S, -E, and libraries of one's own.
 */
#include <errno.h>
#include <fcntl.h>
#include <forkyard/intrinsics.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ARGUMENTS_MAX = 256, MESSAGES_MAX = 65536 };

static const char *sources[ARGUMENTS_MAX];
static const char *options[ARGUMENTS_MAX];
static int source_count, option_count;
static const char *output = "a.out";
static const char *name = "cc";

static int wrong(const char *message, const char *subject) {
  fprintf(stderr, "%s: error: %s%s\n", name, message, subject);
  return 1;
}

/* The value of an option that may stand in the next argument. */
static const char *value_of(char **argv, int *i) {
  if (argv[*i][2] != '\0') return argv[*i] + 2;
  return argv[*i + 1] ? argv[++*i] : NULL;
}

static int keep_option(char letter, const char *value) {
  char *option = malloc(strlen(value) + 3);
  if (!option) return wrong("out of memory", "");
  sprintf(option, "-%c%s", letter, value);
  options[option_count++] = option;
  return 0;
}

static int take_option(char **argv, int *i) {
  const char *argument = argv[*i];
  switch (argument[1]) {
    case 'o':
      output = value_of(argv, i);
      return output ? 0 : wrong("missing filename after '-o'", "");
    case 'D':
    case 'I': {
      const char *value = value_of(argv, i);
      return value ? keep_option(argument[1], value) : wrong("missing argument to ", argument);
    }
    case 'c':
    case 'S':
    case 'E':
      return wrong("this machine's compiler makes no object files; name all .c files in one command, without ",
                   argument);
    case 'W':
    case 'O':
    case 'g':
    case 'l':
    case 'L':
    case 's':
    case 'f':
    case 'm':
    case 'p':
      return 0;
    default:
      return wrong("unrecognized command-line option ", argument);
  }
}

static int take_source(const char *path) {
  const char *dot = strrchr(path, '.');
  if (!dot || strcmp(dot, ".c") != 0) return wrong("only .c files are compiled, not ", path);
  if (source_count == ARGUMENTS_MAX - 1) return wrong("too many files", "");
  sources[source_count++] = path;
  struct stat about;
  if (stat(path, &about) == 0) return 0;
  fprintf(stderr, "%s: error: %s: %s\n", name, path, strerror(errno));
  return 1;
}

static int write_program(const char *contents) {
  unlink(output);
  int fd = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0777);
  size_t n = strlen(contents);
  if (fd >= 0 && write(fd, contents, n) == (ssize_t)n && close(fd) == 0) return 0;
  fprintf(stderr, "%s: error: cannot write %s: %s\n", name, output, strerror(errno));
  return 1;
}

int main(int argc, char **argv) {
  static char messages[MESSAGES_MAX];
  char contents[128];
  const char *slash = strrchr(argv[0], '/');
  name = slash ? slash + 1 : argv[0];
  if (argc >= ARGUMENTS_MAX) return wrong("too many arguments", "");
  for (int i = 1; i < argc; i++) {
    int failed = argv[i][0] == '-' && argv[i][1] != '\0' ? take_option(argv, &i) : take_source(argv[i]);
    if (failed) return 1;
  }
  if (source_count == 0) {
    fprintf(stderr, "%s: fatal error: no input files\ncompilation terminated.\n", name);
    return 1;
  }
  long result = __syscall(SYS_compile, sources, options, messages, (size_t)MESSAGES_MAX, contents);
  if (result < 0) {
    fprintf(stderr, "%s: error: cannot compile: %s\n", name, strerror((int)-result));
    return 1;
  }
  fputs(messages, stderr);
  return result == 0 ? write_program(contents) : 1;
}
