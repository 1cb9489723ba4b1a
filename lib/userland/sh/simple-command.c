/* A simple command (XCU 2.9.1): assignments and redirections around a builtin, a function or a program. */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void show_trace(const struct node *node, char **argv) {
  struct text line = {0};
  const char *prefix = value_of("PS4");
  if (prefix) text_add_all(&line, prefix, strlen(prefix));
  size_t start = line.length;
  for (const struct word *word = node->assignments; word; word = word->next) {
    const char *text = expand_to_text(word->parts);
    if (line.length > start) text_add(&line, ' ');
    text_add_all(&line, text, strlen(text));
  }
  for (int i = 0; argv && argv[i]; i++) {
    if (line.length > start) text_add(&line, ' ');
    text_add_all(&line, argv[i], strlen(argv[i]));
  }
  text_add(&line, '\n');
  fflush(stdout);
  fwrite(line.bytes, 1, line.length, stderr);
  fflush(stderr);
}

/* The assignments before a command; `saved`: what they replace, to be put back. */
static void assign_all(const struct word *assignments, bool exported, struct saved_variables *saved) {
  for (; assignments; assignments = assignments->next) {
    char *text = expand_to_text(assignments->parts);
    if (saved) {
      const char *name = arena_copy(&scratch, text, name_length(text));
      save_variable(saved, name);
    }
    assign(text, exported);
  }
}

static int run_builtin(const struct builtin *builtin, const struct node *node, int argc, char **argv) {
  struct saved_descriptors *saved = NULL;
  if (!redirect(node->redirects, &saved)) {
    if (builtin->special) abandon(2);
    return 2;
  }
  struct saved_variables *variables = NULL;
  if (node->assignments && !builtin->special) variables = save_variables();
  assign_all(node->assignments, !builtin->special, variables);
  const char *outer_builtin = running_builtin;
  running_builtin = argv[0];
  int status = builtin->run(argc, argv);
  running_builtin = outer_builtin;
  fflush(stdout);
  if (ferror(stdout)) {
    clearerr(stdout);
    if (status == 0) status = 1;
  }
  if (variables) restore_variables(variables);
  if (builtin->run == builtin_exec) forget_descriptors(saved);
  else restore_descriptors(saved);
  return status;
}

static int run_function(struct function *function, const struct node *node, int argc, char **argv) {
  struct saved_descriptors *saved = NULL;
  if (!redirect(node->redirects, &saved)) return 2;
  struct saved_variables *variables = node->assignments ? save_variables() : NULL;
  assign_all(node->assignments, true, variables);
  int status = call_function(function->name, function->body, argv, argc);
  if (variables) restore_variables(variables);
  restore_descriptors(saved);
  return status;
}

_Noreturn static void become_program(const struct node *node, char **argv) {
  if (!redirect(node->redirects, NULL)) leave(2);
  assign_all(node->assignments, true, NULL);
  execute_program(argv, environment_now());
}

static int run_program(const struct node *node, int flags, char **argv) {
  if ((flags & RUN_LAST) && !has_traps() && !options.monitor) become_program(node, argv);
  struct job *job = new_job(node->source ? node->source : argv[0]);
  pid_t child = fork_child();
  if (child == 0) {
    enter_group(0, true);
    become_program(node, argv);
  }
  add_process(job, child);
  return wait_for_job(job);
}

/* A job's name as a command, as bash has it. */
static int run_in_foreground(const struct node *node, char *job) {
  char *argv[] = {"fg", job, NULL};
  return run_builtin(builtin_named("fg"), node, 2, argv);
}

static int run_nothing(const struct node *node) {
  struct saved_descriptors *saved = NULL;
  if (!redirect(node->redirects, &saved)) return 2;
  assign_all(node->assignments, false, NULL);
  restore_descriptors(saved);
  return substitution_status;
}

int run_simple(const struct node *node, int flags) {
  struct arena_mark mark = arena_mark(&scratch);
  current_line = node->line;
  substitution_status = 0;
  struct field_list words = {0};
  expand_words(&words, node->words);
  if (options.trace) show_trace(node, words.fields);
  int status, outer_tested = tested;
  tested = flags & RUN_TESTED;
  if (words.count == 0) {
    status = run_nothing(node);
  } else {
    const char *name = words.fields[0];
    const struct builtin *builtin = builtin_named(name);
    struct function *function = function_named(name);
    if (function) status = run_function(function, node, words.count, words.fields);
    else if (builtin) status = run_builtin(builtin, node, words.count, words.fields);
    else if (name[0] == '%' && job_control) status = run_in_foreground(node, words.fields[0]);
    else status = run_program(node, flags, words.fields);
  }
  tested = outer_tested;
  arena_release(&scratch, mark);
  return status;
}
