/* break, continue, return, exit, eval, ., exec, command, type, hash. */
#include "shell.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The number that is the first argument. */
static int number_argument(int argc, char **argv, int otherwise) {
  if (argc < 2) return otherwise;
  char *end;
  long number = strtol(argv[1], &end, 10);
  if (argv[1][0] == '\0' || *end != '\0' || number < 0) fail(2, "Illegal number: %s", argv[1]);
  return (int)number;
}

int builtin_break(int argc, char **argv) {
  int levels = number_argument(argc, argv, 1);
  if (levels == 0) fail(2, "Illegal number: %s", argv[1]);
  if (loop_depth == 0) return 0;
  skip_levels = levels > loop_depth ? loop_depth : levels;
  skipping = strcmp(argv[0], "break") == 0 ? SKIP_BREAK : SKIP_CONTINUE;
  return 0;
}

int builtin_return(int argc, char **argv) {
  int status = number_argument(argc, argv, last_status);
  skipping = SKIP_RETURN;
  last_status = status;
  return status;
}

int builtin_exit(int argc, char **argv) {
  int status = number_argument(argc, argv, last_status);
  static bool warned;
  note_changes(false);
  for (const struct job *job = jobs; interactive && !warned && job; job = job->next) {
    if (job->number == 0 || state_of(job) != JOB_STOPPED) continue;
    fprintf(stderr, "You have stopped jobs.\n");
    warned = true;
    return 0;
  }
  leave(status);
}

int builtin_eval(int argc, char **argv) {
  struct text text = {0};
  for (int i = 1; i < argc; i++) {
    if (i > 1) text_add(&text, ' ');
    text_add_all(&text, argv[i], strlen(argv[i]));
  }
  return run_text(text_end(&text), 0, current_line);
}

/* A script's path: found by PATH if it has no slash, also if it isn't executable. */
static int open_sourced(const char *name) {
  if (strchr(name, '/')) return open(name, O_RDONLY);
  const char *at = value_of("PATH");
  while (at) {
    size_t n = strcspn(at, ":");
    struct text path = {0};
    text_add_all(&path, at, n);
    if (n > 0) text_add(&path, '/');
    text_add_all(&path, name, strlen(name));
    int fd = open(text_end(&path), O_RDONLY);
    if (fd >= 0) return fd;
    at = at[n] == ':' ? at + n + 1 : NULL;
  }
  return open(name, O_RDONLY);
}

int builtin_dot(int argc, char **argv) {
  if (argc < 2) fail(2, "filename argument required");
  int fd = open_sourced(argv[1]);
  if (fd < 0) fail(2, "cannot open %s: %s", argv[1], errno == ENOENT ? "No such file" : strerror(errno));
  int high = fcntl(fd, F_DUPFD_CLOEXEC, 10);
  close(fd);
  struct lexer_state outer = save_lexer();
  struct input place;
  push_file_input(&place, high, false);
  int status = run_source(false);
  if (skipping == SKIP_RETURN) {
    skipping = SKIP_NONE;
    status = last_status;
  }
  pop_input();
  restore_lexer(outer);
  return status;
}

int builtin_exec(int argc, char **argv) {
  if (argc == 1) return 0;
  fflush(stdout);
  bool was_interactive = interactive;
  if (job_control) set_job_control(false);
  interactive = false;
  forget_traps();
  execute_program(argv + 1, environment_now());
  interactive = was_interactive;
}

static const char *const reserved_words[] = {"!",    "{",  "}",  "case", "do",    "done",  "elif", "else",
                                             "esac", "fi", "for", "if",  "in",    "then",  "until", "while"};

static bool is_reserved(const char *name) {
  for (size_t i = 0; i < sizeof reserved_words / sizeof *reserved_words; i++)
    if (strcmp(reserved_words[i], name) == 0) return true;
  return false;
}

/* command -v (a word that would do the same) and type, command -V (a sentence) */
static int describe(const char *name, bool sentence) {
  const struct builtin *builtin = builtin_named(name);
  const char *path;
  if (is_reserved(name)) {
    printf(sentence ? "%s is a shell keyword\n" : "%s\n", name);
  } else if (function_named(name)) {
    printf(sentence ? "%s is a shell function\n" : "%s\n", name);
  } else if (builtin) {
    if (!sentence) printf("%s\n", name);
    else printf("%s is a %sshell builtin\n", name, builtin->special ? "special " : "");
  } else if ((path = find_program(name))) {
    if (sentence) printf("%s is %s\n", name, path);
    else printf("%s\n", path);
  } else {
    if (sentence) {
      fflush(stdout);
      printf("%s: not found\n", name);
    }
    return 127;
  }
  return 0;
}

int builtin_type(int argc, char **argv) {
  int status = 0;
  for (int i = 1; i < argc; i++) status |= describe(argv[i], true);
  return status;
}

int builtin_command(int argc, char **argv) {
  int i = 1;
  bool shows = false, sentence = false;
  for (; i < argc && argv[i][0] == '-'; i++) {
    if (strcmp(argv[i], "--") == 0) {
      i++;
      break;
    }
    for (const char *letter = argv[i] + 1; *letter; letter++) {
      if (*letter == 'v') shows = true;
      else if (*letter == 'V') shows = sentence = true;
      else if (*letter != 'p') return bad_usage(argv[i]);
    }
  }
  if (i >= argc) return 0;
  if (shows) return describe(argv[i], sentence);
  const struct builtin *builtin = builtin_named(argv[i]);
  if (builtin) return builtin->run(argc - i, argv + i);
  struct job *job = new_job(argv[i]);
  pid_t child = fork_child();
  if (child == 0) {
    enter_group(0, true);
    execute_program(argv + i, environment_now());
  }
  add_process(job, child);
  return wait_for_job(job);
}

/* Nothing is remembered of where programs are: each is looked for when it is executed. */
int builtin_hash(int argc, char **argv) {
  int status = 0;
  for (int i = 1; i < argc; i++) {
    if (argv[i][0] == '-' || builtin_named(argv[i]) || function_named(argv[i]) || find_program(argv[i])) continue;
    complain("%s: not found", argv[i]);
    status = 1;
  }
  return status;
}
