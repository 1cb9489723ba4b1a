/* Variables (XCU 2.5): values, export, readonly; the positional parameters; what `local` puts back. */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUCKETS = 61 };

static struct variable *buckets[BUCKETS];
char **parameters;
int parameter_count;
char *shell_name;

struct saved_variable {
  char *name, *value;
  bool was_set, exported, read_only;
  struct saved_variable *next;
};
struct saved_variables {
  struct saved_variable *first;
};
struct saved_variables *function_variables;

static struct variable **bucket_of(const char *name, size_t n) {
  unsigned hash = 0;
  for (size_t i = 0; i < n; i++) hash = hash * 31 + (unsigned char)name[i];
  return &buckets[hash % BUCKETS];
}

static struct variable *find(const char *name, size_t n) {
  for (struct variable *v = *bucket_of(name, n); v; v = v->next)
    if (strncmp(v->name, name, n) == 0 && v->name[n] == '\0') return v;
  return NULL;
}

struct variable *variable_named(const char *name) {
  return find(name, strlen(name));
}

static struct variable *make(const char *name, size_t n) {
  struct variable *v = find(name, n);
  if (v) return v;
  v = own_memory(NULL, sizeof *v);
  memset(v, 0, sizeof *v);
  v->name = own_memory(NULL, n + 1);
  memcpy(v->name, name, n);
  v->name[n] = '\0';
  struct variable **bucket = bucket_of(name, n);
  v->next = *bucket;
  *bucket = v;
  return v;
}

static void give(struct variable *v, const char *value) {
  if (v->read_only) fail(2, "%s: is read only", v->name);
  char *copy = value ? own_text(value) : NULL;
  free(v->value);
  v->value = copy;
  if (options.all_exported) v->exported = true;
}

const char *value_of(const char *name) {
  const struct variable *v = variable_named(name);
  return v ? v->value : NULL;
}

void set_variable(const char *name, const char *value) {
  give(make(name, strlen(name)), value);
}

void set_number(const char *name, long value) {
  char digits[24];
  snprintf(digits, sizeof digits, "%ld", value);
  set_variable(name, digits);
}

/* NAME=value */
void assign(const char *assignment, bool exported) {
  size_t n = name_length(assignment);
  struct variable *v = make(assignment, n);
  give(v, assignment + n + 1);
  if (exported) v->exported = true;
}

void unset_variable(const char *name) {
  size_t n = strlen(name);
  for (struct variable **at = bucket_of(name, n); *at; at = &(*at)->next) {
    struct variable *v = *at;
    if (strcmp(v->name, name) != 0) continue;
    if (v->read_only) fail(2, "%s: is read only", name);
    *at = v->next;
    free(v->name);
    free(v->value);
    free(v);
    return;
  }
}

void mark_exported(const char *name) {
  make(name, strlen(name))->exported = true;
}

void mark_read_only(const char *name) {
  make(name, strlen(name))->read_only = true;
}

void take_environment(void) {
  for (char **at = environ; *at; at++) {
    size_t n = name_length(*at);
    if (n > 0 && (*at)[n] == '=') assign(*at, true);
  }
  set_variable("IFS", " \t\n");
  set_variable("OPTIND", "1");
  set_variable("PS2", "> ");
  set_variable("PS4", "+ ");
  set_number("PPID", getppid());
  char folder[4096];
  if (getcwd(folder, sizeof folder)) set_variable("PWD", folder);
}

static int by_name(const void *a, const void *b) {
  return strcmp((*(struct variable *const *)a)->name, (*(struct variable *const *)b)->name);
}

struct variable **sorted_variables(int *count) {
  int n = 0;
  for (int i = 0; i < BUCKETS; i++)
    for (struct variable *v = buckets[i]; v; v = v->next) n++;
  struct variable **list = arena_take(&scratch, (size_t)(n + 1) * sizeof *list);
  n = 0;
  for (int i = 0; i < BUCKETS; i++)
    for (struct variable *v = buckets[i]; v; v = v->next) list[n++] = v;
  qsort(list, (size_t)n, sizeof *list, by_name);
  *count = n;
  return list;
}

/* For execve; in `scratch`. */
char **environment_now(void) {
  int count;
  struct variable **list = sorted_variables(&count);
  char **environment = arena_take(&scratch, (size_t)(count + 1) * sizeof *environment);
  int n = 0;
  for (int i = 0; i < count; i++) {
    if (!list[i]->exported || !list[i]->value) continue;
    struct text entry = {0};
    text_add_all(&entry, list[i]->name, strlen(list[i]->name));
    text_add(&entry, '=');
    text_add_all(&entry, list[i]->value, strlen(list[i]->value));
    environment[n++] = text_end(&entry);
  }
  return environment;
}

struct saved_variables *save_variables(void) {
  struct saved_variables *saved = own_memory(NULL, sizeof *saved);
  saved->first = NULL;
  return saved;
}

void save_variable(struct saved_variables *saved, const char *name) {
  for (struct saved_variable *at = saved->first; at; at = at->next)
    if (strcmp(at->name, name) == 0) return;
  const struct variable *v = variable_named(name);
  struct saved_variable *entry = own_memory(NULL, sizeof *entry);
  entry->name = own_text(name);
  entry->value = v && v->value ? own_text(v->value) : NULL;
  entry->was_set = v != NULL;
  entry->exported = v && v->exported;
  entry->read_only = v && v->read_only;
  entry->next = saved->first;
  saved->first = entry;
}

void restore_variables(struct saved_variables *saved) {
  while (saved->first) {
    struct saved_variable *entry = saved->first;
    saved->first = entry->next;
    struct variable *v = variable_named(entry->name);
    if (v) v->read_only = false;
    if (entry->was_set) {
      v = make(entry->name, strlen(entry->name));
      free(v->value);
      v->value = entry->value;
      v->exported = entry->exported;
      v->read_only = entry->read_only;
    } else {
      unset_variable(entry->name);
      free(entry->value);
    }
    free(entry->name);
    free(entry);
  }
  free(saved);
}

/* Takes copies. */
void set_parameters(char **values, int count) {
  char **copies = own_memory(NULL, (size_t)(count + 1) * sizeof *copies);
  for (int i = 0; i < count; i++) copies[i] = own_text(values[i]);
  copies[count] = NULL;
  for (int i = 0; i < parameter_count; i++) free(parameters[i]);
  free(parameters);
  parameters = copies;
  parameter_count = count;
}
