/*
 * sh: the shell of POSIX (XCU 2) as dash has it. What its files share.
 *
 *   input -> lexer -> word, here-document -> parser -> tree -> execute -> expand, redirect, jobs, builtins
 *
 * Leaves out: aliases, line editing and history (the terminal's), `fc`, `getopts` with optional arguments.
 */
#ifndef SHELL_H
#define SHELL_H
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* ---- memory (arena.c): everything of one command goes at once ---- */
struct arena_block;
struct arena {
  struct arena_block *last;
};
struct arena_mark {
  struct arena_block *block;
  size_t used;
};
extern struct arena *trees;     /* of the command that is being read */
extern struct arena scratch;    /* of the commands that are being executed */
void *arena_take(struct arena *arena, size_t n);
char *arena_copy(struct arena *arena, const char *text, size_t n);
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);
char *own_text(const char *text);
void *own_memory(void *block, size_t n);

/* A text that grows, in an arena. */
struct text {
  struct arena *arena;
  char *bytes;
  size_t length, room;
};
void text_add(struct text *text, char c);
void text_add_all(struct text *text, const char *bytes, size_t n);
char *text_end(struct text *text);

/* ---- input (input.c) ---- */
enum { END_OF_INPUT = -1 };
struct input {
  struct input *outer;
  int fd; /* -1: a text */
  char *bytes;
  size_t at, length, room;
  int line;
  bool prompts;
  bool ended;
};
extern struct input *input;
extern bool continued; /* the prompt is the second one */
void push_text_input(struct input *place, const char *text, int line);
void push_file_input(struct input *place, int fd, bool prompts);
void pop_input(void);
void forget_read_input(void);
int peek_raw(size_t ahead);
int next_raw(void);
int peek_char(void);
int next_char(void);

/* ---- words (word.c): a word as it was written, in parts ---- */
enum part_kind { PART_TEXT, PART_PARAMETER, PART_COMMAND, PART_ARITHMETIC, PART_TILDE };
enum parameter_operation {
  PLAIN,
  LENGTH,         /* ${#x} */
  USE_DEFAULT,    /* ${x-word} */
  ASSIGN_DEFAULT, /* ${x=word} */
  FAIL_IF_UNSET,  /* ${x?word} */
  USE_ALTERNATIVE, /* ${x+word} */
  TRIM_SUFFIX,    /* ${x%word} */
  TRIM_LONG_SUFFIX,
  TRIM_PREFIX, /* ${x#word} */
  TRIM_LONG_PREFIX
};
struct node;
struct part {
  enum part_kind kind;
  bool quoted;
  bool or_null; /* the colon of ${x:-word} */
  enum parameter_operation operation;
  const char *text; /* the text, the parameter's name */
  int line;
  struct part *word; /* of the operation, of $(( )) */
  struct node *command;
  struct part *next;
};
struct word {
  struct part *parts;
  struct word *next;
};
struct word *read_word(void);
bool starts_word(int c);
struct part *read_double_quoted(int end);
struct part *parse_in_quotes(const char *text, int line);
const char *literal_of(const struct word *word);
bool name_char(int c, bool first);
size_t name_length(const char *text);

/* ---- tokens (lexer.c) ---- */
enum token_kind {
  TOKEN_END,
  TOKEN_NEWLINE,
  TOKEN_WORD,
  TOKEN_SEMICOLON,
  TOKEN_DOUBLE_SEMICOLON,
  TOKEN_AMPERSAND,
  TOKEN_AND,
  TOKEN_PIPE,
  TOKEN_OR,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_REDIRECTION
};
enum redirection_kind {
  REDIRECT_IN,
  REDIRECT_OUT,
  REDIRECT_CLOBBER, /* >| */
  REDIRECT_APPEND,
  REDIRECT_BOTH,    /* <> */
  REDIRECT_SAME_IN, /* <& */
  REDIRECT_SAME_OUT, /* >& */
  REDIRECT_HERE,    /* << and <<- */
  REDIRECT_ALL,     /* &>, bash's */
  REDIRECT_ALL_APPEND
};
struct token {
  enum token_kind kind;
  struct word *word;
  enum redirection_kind redirection;
  int fd; /* -1: the usual one */
  bool strip_tabs;
  int line;
  size_t start;
};
struct lexer_state {
  struct token token;
  bool peeked;
  struct redirect *waiting;
};
extern size_t token_end; /* offset in the input just after the last token that was taken */
struct token *peek_token(void);
struct token next_token(void);
bool take_token(enum token_kind kind);
struct lexer_state save_lexer(void);
void restore_lexer(struct lexer_state state);
void await_here_document(struct redirect *redirect);
_Noreturn void syntax_error(const char *message);
_Noreturn void unexpected_token(const char *expected);
_Noreturn void bad_substitution(void);

/* ---- the tree (parser.c) ---- */
struct redirect {
  enum redirection_kind kind;
  int fd;
  struct word *target;
  const char *delimiter; /* of a here-document */
  bool quoted, strip_tabs;
  struct part *body;
  struct redirect *next, *next_waiting;
};
void read_here_documents(struct redirect *first);
enum node_kind {
  NODE_SIMPLE,
  NODE_PIPELINE,
  NODE_AND,
  NODE_OR,
  NODE_NOT,
  NODE_SEQUENCE,
  NODE_BACKGROUND,
  NODE_SUBSHELL,
  NODE_GROUP,
  NODE_IF,
  NODE_WHILE,
  NODE_UNTIL,
  NODE_FOR,
  NODE_CASE,
  NODE_FUNCTION
};
struct case_item {
  struct word *patterns;
  struct node *body;
  struct case_item *next;
};
struct node {
  enum node_kind kind;
  int line;
  struct word *assignments, *words;
  struct redirect *redirects;
  const char *name;      /* of for and function */
  bool has_words;        /* for x in ... */
  struct node *left, *right, *otherwise;
  struct node *elements; /* of a pipeline, joined by next */
  struct node *next;
  struct case_item *items;
  const char *source; /* as written: for the job table */
};
extern bool defined_function; /* the tree must be kept */
extern bool end_of_commands;
struct node *parse_command_line(void);
struct node *parse_until(enum token_kind end);
struct node *parse_commands(const char *text, int line);

/* ---- variables (variables.c) ---- */
struct variable {
  char *name;
  char *value; /* null: unset, but exported or local */
  bool exported, read_only;
  struct variable *next;
};
extern char **parameters; /* $1... */
extern int parameter_count;
extern char *shell_name; /* $0 */
void take_environment(void);
const char *value_of(const char *name);
struct variable *variable_named(const char *name);
void set_variable(const char *name, const char *value);
void set_number(const char *name, long value);
void unset_variable(const char *name);
void mark_exported(const char *name);
void mark_read_only(const char *name);
void assign(const char *assignment, bool exported);
char **environment_now(void);
struct variable **sorted_variables(int *count);
struct saved_variables *save_variables(void);
void save_variable(struct saved_variables *saved, const char *name);
void restore_variables(struct saved_variables *saved);
extern struct saved_variables *function_variables; /* where `local` saves; null outside of functions */
void set_parameters(char **values, int count);

/* ---- expansion (expand.c, parameter.c, fields.c, arithmetic.c) ---- */
/* What a character of an expanded word came from decides what may still happen to it. */
enum origin {
  FROM_TEXT = 'T',      /* written without quotes: may be a pattern */
  FROM_EXPANSION = 'E', /* may be split and be a pattern */
  FROM_QUOTES = 'Q',    /* stands for itself */
  EMPTY_QUOTES = 'N',   /* no character, but a field even if nothing else is */
  FIELD_BREAK = 'B'     /* no character: "$@" ends a field here */
};
struct expansion {
  struct text bytes, origins;
};
struct field_list {
  char **fields;
  int count, room;
};
void expand_parts(struct expansion *to, const struct part *parts, enum origin text);
void expand_parameter(struct expansion *to, const struct part *part);
void add_origin(struct expansion *to, const char *text, size_t n, enum origin origin);
void expand_words(struct field_list *to, const struct word *words);
char *expand_to_text(const struct part *parts);
char *expand_to_pattern(const struct part *parts);
char *expand_here_document(const struct part *parts);
void add_field(struct field_list *to, char *field);
void split_into_fields(struct field_list *to, struct expansion *expansion);
char *pattern_of(const struct expansion *expansion, size_t from, size_t to);
long arithmetic(const char *text);
const char *parameter_value(const char *name);

/* ---- execution (execute.c, simple-command.c, command-search.c, pipeline.c) ---- */
enum { RUN_LAST = 1, RUN_TESTED = 2 }; /* the process ends after it; a failure is looked at */
enum skip { SKIP_NONE, SKIP_BREAK, SKIP_CONTINUE, SKIP_RETURN };
extern int last_status;
extern int substitution_status;
extern enum skip skipping;
extern int skip_levels, loop_depth, function_depth;
extern int current_line;
extern int tested; /* RUN_TESTED inside of a command whose failure is looked at, however deep */
int run(const struct node *node, int flags);
int run_simple(const struct node *node, int flags);
int run_pipeline(const struct node *node);
int run_background(const struct node *node);
int run_subshell(const struct node *node, int flags);
int run_source(bool ends_with_it);
int run_text(const char *text, int flags, int line);
int call_function(const char *name, struct node *body, char **argv, int argc);
_Noreturn void execute_program(char **argv, char **environment);
char *find_program(const char *name);
_Noreturn void leave(int status);
pid_t fork_child(void);
void substitute_command(struct expansion *to, const struct part *part);

struct function {
  char *name;
  struct node *body;
  struct function *next;
};
struct function *function_named(const char *name);
void define_function(const char *name, struct node *body);
bool undefine_function(const char *name);

/* ---- redirections (redirect.c) ---- */
struct saved_descriptors;
bool redirect(const struct redirect *redirects, struct saved_descriptors **saved);
void restore_descriptors(struct saved_descriptors *saved);
void forget_descriptors(struct saved_descriptors *saved);

/* ---- jobs (jobs.c, job-report.c) ---- */
enum job_state { JOB_RUNNING, JOB_STOPPED, JOB_DONE };
struct job_process {
  pid_t pid;
  int status;
  enum job_state state;
};
struct job {
  int number;
  pid_t group;
  struct job_process *processes;
  int count;
  bool background, told, own_group;
  char *text;
  struct job *next;
};
extern struct job *jobs;
extern pid_t last_background;
extern pid_t shell_pid;
extern bool interactive, job_control;
struct job *new_job(const char *text);
void add_process(struct job *job, pid_t pid);
void enter_group(pid_t group, bool foreground);
int wait_for_job(struct job *job);
int wait_for_background(struct job *job);
void note_changes(bool wait);
enum job_state state_of(const struct job *job);
int status_of(const struct job *job);
struct job *current_job(void);
void make_current(struct job *job);
struct job *find_job(const char *spec);
void remove_job(struct job *job);
void forget_jobs(void);
void set_job_control(bool on);
void take_terminal(pid_t group);
void report_job(const struct job *job, bool pids);
void report_changes(void);

/* ---- signals (traps.c) ---- */
extern volatile sig_atomic_t interrupted;
extern volatile sig_atomic_t trap_waiting;
void set_shell_signals(void);
void reset_child_signals(bool background);
void run_traps(void);
int run_exit_trap(int status);
void forget_traps(void);
bool has_traps(void);
int builtin_trap(int argc, char **argv);
int signal_named(const char *text);
const char *signal_name(int number);

/* ---- builtins (builtins.c and builtin-*.c) ---- */
struct builtin {
  const char *name;
  int (*run)(int argc, char **argv);
  bool special;
};
const struct builtin *builtin_named(const char *name);
extern const struct builtin builtins[];
int bad_usage(const char *message);
int builtin_cd(int, char **), builtin_pwd(int, char **), builtin_echo(int, char **);
int builtin_printf(int, char **), builtin_test(int, char **), builtin_read(int, char **);
int builtin_set(int, char **), builtin_shift(int, char **), builtin_export(int, char **);
int builtin_unset(int, char **), builtin_local(int, char **), builtin_getopts(int, char **);
int builtin_wait(int, char **), builtin_jobs(int, char **), builtin_fg(int, char **);
int builtin_bg(int, char **), builtin_kill(int, char **), builtin_umask(int, char **);
int builtin_times(int, char **), builtin_type(int, char **), builtin_command(int, char **);
int builtin_exec(int, char **), builtin_exit(int, char **), builtin_eval(int, char **);
int builtin_dot(int, char **), builtin_break(int, char **), builtin_return(int, char **);
int builtin_hash(int, char **), builtin_ulimit(int, char **);
void print_quoted(const char *text);

/* ---- options and failures (options.c, failure.c) ---- */
struct options {
  bool exit_on_error, unset_is_error, trace, no_glob, no_execute, verbose, all_exported, no_clobber;
  bool monitor, interactive, standard_input, ignore_end, notify;
};
extern struct options options;
bool set_option(char letter, bool on);
bool set_named_option(const char *name, bool on);
void show_options(bool as_commands);
char *option_letters(void);

/* An error that ends what the shell is doing: the line of an interactive shell, else the shell. */
struct escape {
  jmp_buf place;
  struct escape *outer;
};
extern struct escape *escape;
extern const char *running_builtin; /* its name begins what is said of errors; may be null */
_Noreturn void fail(int status, const char *format, ...);
_Noreturn void abandon(int status);
void complain(const char *format, ...);
#endif
