/* Executing the tree (XCU 2.9): lists, compound commands, functions, subshells. */
#include "shell.h"
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int last_status;
int substitution_status;
enum skip skipping;
int skip_levels, loop_depth, function_depth;
int current_line;
int tested;

/* After each pass of a loop: whether it goes on. */
static bool loop_goes_on(void) {
  if (skipping == SKIP_NONE) return true;
  if (skipping == SKIP_RETURN) return false;
  if (--skip_levels > 0) return false;
  bool again = skipping == SKIP_CONTINUE;
  skipping = SKIP_NONE;
  return again;
}

static int run_while(const struct node *node, int flags) {
  int status = 0;
  bool wanted = node->kind == NODE_WHILE, ended = false;
  loop_depth++;
  for (;;) {
    struct arena_mark mark = arena_mark(&scratch);
    int condition = run(node->left, RUN_TESTED);
    if (skipping == SKIP_NONE && (condition == 0) == wanted) status = run(node->right, flags & RUN_TESTED);
    else if (skipping == SKIP_NONE) ended = true;
    arena_release(&scratch, mark);
    if (ended || !loop_goes_on()) break;
  }
  loop_depth--;
  return skipping == SKIP_RETURN ? last_status : status;
}

static int run_for(const struct node *node, int flags) {
  struct field_list items = {0};
  current_line = node->line;
  if (node->has_words) {
    expand_words(&items, node->words);
  } else {
    for (int i = 0; i < parameter_count; i++)
      add_field(&items, arena_copy(&scratch, parameters[i], strlen(parameters[i])));
  }
  int status = 0;
  loop_depth++;
  for (int i = 0; i < items.count; i++) {
    struct arena_mark mark = arena_mark(&scratch);
    set_variable(node->name, items.fields[i]);
    status = run(node->right, flags & RUN_TESTED);
    arena_release(&scratch, mark);
    if (!loop_goes_on()) break;
  }
  loop_depth--;
  return status;
}

static int run_case(const struct node *node, int flags) {
  current_line = node->line;
  const char *subject = expand_to_text(node->words->parts);
  for (const struct case_item *item = node->items; item; item = item->next)
    for (const struct word *pattern = item->patterns; pattern; pattern = pattern->next)
      if (fnmatch(expand_to_pattern(pattern->parts), subject, 0) == 0)
        return item->body ? run(item->body, flags) : 0;
  return 0;
}

static int run_if(const struct node *node, int flags) {
  int condition = run(node->left, RUN_TESTED);
  if (skipping != SKIP_NONE) return condition;
  if (condition == 0) return run(node->right, flags);
  return node->otherwise ? run(node->otherwise, flags) : 0;
}

int call_function(const char *name, struct node *body, char **argv, int argc) {
  (void)name;
  char **outer_parameters = parameters;
  int outer_count = parameter_count, outer_loops = loop_depth;
  struct saved_variables *outer_variables = function_variables;
  parameters = NULL;
  parameter_count = 0;
  set_parameters(argv + 1, argc - 1);
  function_variables = save_variables();
  loop_depth = 0;
  function_depth++;
  int status = run(body, tested);
  if (skipping == SKIP_RETURN) {
    skipping = SKIP_NONE;
    status = last_status;
  }
  function_depth--;
  loop_depth = outer_loops;
  restore_variables(function_variables);
  function_variables = outer_variables;
  set_parameters(NULL, 0);
  free(parameters);
  parameters = outer_parameters;
  parameter_count = outer_count;
  return status;
}

static int run_compound(const struct node *node, int flags) {
  switch (node->kind) {
    case NODE_GROUP:
      return run(node->left, flags);
    case NODE_IF:
      return run_if(node, flags);
    case NODE_WHILE:
    case NODE_UNTIL:
      return run_while(node, flags);
    case NODE_FOR:
      return run_for(node, flags);
    default:
      return run_case(node, flags);
  }
}

static int run_redirected(const struct node *node, int flags) {
  if (!node->redirects) return run_compound(node, flags);
  struct saved_descriptors *saved = NULL;
  current_line = node->line;
  if (!redirect(node->redirects, &saved)) return 2;
  int status = run_compound(node, flags & ~RUN_LAST);
  restore_descriptors(saved);
  return status;
}

static int run_kind(const struct node *node, int flags) {
  int status;
  switch (node->kind) {
    case NODE_SIMPLE:
      return run_simple(node, flags);
    case NODE_PIPELINE:
      return run_pipeline(node);
    case NODE_AND:
      status = run(node->left, RUN_TESTED);
      return status == 0 && skipping == SKIP_NONE ? run(node->right, flags) : status;
    case NODE_OR:
      status = run(node->left, RUN_TESTED);
      return status != 0 && skipping == SKIP_NONE ? run(node->right, flags) : status;
    case NODE_NOT:
      status = run(node->left, RUN_TESTED);
      return skipping == SKIP_NONE ? !status : status;
    case NODE_SEQUENCE:
      status = run(node->left, flags & RUN_TESTED);
      return skipping == SKIP_NONE ? run(node->right, flags) : status;
    case NODE_BACKGROUND:
      return run_background(node);
    case NODE_SUBSHELL:
      return run_subshell(node, flags);
    case NODE_FUNCTION:
      define_function(node->name, node->left);
      return 0;
    default:
      return run_redirected(node, flags);
  }
}

/* What of the tree `set -e` looks at: the failure of an AND-OR list's last command, of !, isn't one. */
static bool exits_on_failure(const struct node *node) {
  return node->kind == NODE_SIMPLE || node->kind == NODE_PIPELINE || node->kind == NODE_SUBSHELL;
}

int run(const struct node *node, int flags) {
  if (!node) return 0;
  if (options.no_execute && !interactive) return 0;
  int status = run_kind(node, flags);
  last_status = status;
  if (interrupted && interactive) abandon(130);
  if (trap_waiting) run_traps();
  if (options.exit_on_error && status != 0 && !(flags & RUN_TESTED) && skipping == SKIP_NONE &&
      exits_on_failure(node))
    leave(status);
  return status;
}

int run_subshell(const struct node *node, int flags) {
  if ((flags & RUN_LAST) && !has_traps() && !options.monitor) {
    if (!redirect(node->redirects, NULL)) leave(2);
    leave(run(node->left, RUN_LAST));
  }
  struct job *job = new_job(node->source ? node->source : "");
  pid_t child = fork_child();
  if (child == 0) {
    enter_group(0, true);
    job_control = false;
    if (!redirect(node->redirects, NULL)) leave(2);
    leave(run(node->left, RUN_LAST | (flags & RUN_TESTED)));
  }
  add_process(job, child);
  return wait_for_job(job);
}

/* Reads and executes the commands of `input`. `ends_with_it`: the process ends after the last one. */
int run_source(bool ends_with_it) {
  struct arena *outer = trees;
  int status = 0;
  end_of_commands = false;
  while (!end_of_commands && skipping == SKIP_NONE) {
    struct arena *tree = own_memory(NULL, sizeof *tree);
    tree->last = NULL;
    trees = tree;
    struct arena_mark mark = arena_mark(&scratch);
    forget_read_input();
    continued = false;
    defined_function = false;
    if (input->prompts) report_changes();
    struct node *node = parse_command_line();
    bool kept = defined_function, last = end_of_commands;
    if (input->fd < 0 && !last) last = input->bytes[input->at + strspn(input->bytes + input->at, " \t\n")] == '\0';
    if (node) status = run(node, tested | (ends_with_it && last && !kept ? RUN_LAST : 0));
    if (trap_waiting) run_traps();
    end_of_commands = last;
    arena_release(&scratch, mark);
    if (!kept) {
      struct arena_mark empty = {0};
      arena_release(tree, empty);
      free(tree);
    }
  }
  trees = outer;
  end_of_commands = false;
  return status;
}

int run_text(const char *text, int flags, int line) {
  struct input place;
  struct lexer_state outer = save_lexer();
  push_text_input(&place, text, line);
  int status = run_source((flags & RUN_LAST) != 0);
  pop_input();
  restore_lexer(outer);
  return status;
}
