/* Finding and executing programs (XCU 2.9.1.1); the functions that were defined. */
#include "shell.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct function *functions;

struct function *function_named(const char *name) {
  for (struct function *at = functions; at; at = at->next)
    if (strcmp(at->name, name) == 0) return at;
  return NULL;
}

void define_function(const char *name, struct node *body) {
  struct function *function = function_named(name);
  if (!function) {
    function = own_memory(NULL, sizeof *function);
    function->name = own_text(name);
    function->next = functions;
    functions = function;
  }
  function->body = body;
}

bool undefine_function(const char *name) {
  for (struct function **at = &functions; *at; at = &(*at)->next) {
    if (strcmp((*at)->name, name) != 0) continue;
    struct function *gone = *at;
    *at = gone->next;
    free(gone->name);
    free(gone);
    return true;
  }
  return false;
}

/* A path in `scratch`: the next folder of *folders (a PATH) and the name. */
static char *next_path(const char **folders, const char *name) {
  const char *at = *folders;
  size_t n = strcspn(at, ":");
  struct text path = {0};
  text_add_all(&path, at, n);
  if (n > 0) text_add(&path, '/');
  text_add_all(&path, name, strlen(name));
  *folders = at[n] == ':' ? at + n + 1 : NULL;
  return text_end(&path);
}

static bool is_program(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, X_OK) == 0;
}

/* The path that the name would execute; null if there is none. */
char *find_program(const char *name) {
  if (strchr(name, '/')) return is_program(name) ? arena_copy(&scratch, name, strlen(name)) : NULL;
  const char *folders = value_of("PATH");
  while (folders) {
    char *path = next_path(&folders, name);
    if (is_program(path)) return path;
  }
  return NULL;
}

/* A file without a format that the kernel knows is a script of ours. */
_Noreturn static void run_script(const char *path, char **argv) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    complain("%s: cannot open", path);
    leave(126);
  }
  char start[64];
  ssize_t n = read(fd, start, sizeof start);
  if (n > 0 && memchr(start, '\0', (size_t)n)) {
    complain("%s: Exec format error", path);
    leave(126);
  }
  lseek(fd, 0, SEEK_SET);
  int count = 0;
  while (argv[count]) count++;
  shell_name = own_text(path);
  set_parameters(argv + 1, count - 1);
  forget_traps();
  forget_jobs();
  save_lexer();
  struct input place;
  push_file_input(&place, fd, false);
  leave(run_source(false));
}

static void try_program(const char *path, char **argv, char **environment) {
  execve(path, argv, environment);
  if (errno == ENOEXEC) run_script(path, argv);
}

void execute_program(char **argv, char **environment) {
  const char *name = argv[0];
  int error = ENOENT;
  if (strchr(name, '/')) {
    try_program(name, argv, environment);
    error = errno;
  } else {
    const char *folders = value_of("PATH");
    while (folders && *name) {
      try_program(next_path(&folders, name), argv, environment);
      if (errno != ENOENT && errno != ENOTDIR) error = errno;
    }
  }
  bool missing = error == ENOENT || error == ENOTDIR;
  complain("%s: %s", name, missing ? "not found" : strerror(error));
  leave(missing ? 127 : 126);
}
