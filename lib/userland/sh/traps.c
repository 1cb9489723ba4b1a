/* Signals of the shell and `trap` (XCU 2.11, 2.14): a trapped signal's commands run between two commands. */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "signal-names.h"

enum { SIGNALS = 65 };

volatile sig_atomic_t interrupted;
volatile sig_atomic_t trap_waiting; /* the number of one of them */
static volatile sig_atomic_t pending[SIGNALS];
static char *actions[SIGNALS]; /* index 0: at exit. Empty: ignored. */
static bool ignored_from_start[SIGNALS];
static bool running_exit_trap;

static void on_signal(int signal) {
  pending[signal] = 1;
  trap_waiting = signal;
}

static void on_interrupt(int signal) {
  (void)signal;
  interrupted = 1;
}

static void handle(int signal_number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

/* What the shell itself does about a signal that isn't trapped. */
static void handle_as_shell(int number) {
  if (interactive && number == SIGINT) handle(number, on_interrupt);
  else if (interactive && (number == SIGQUIT || number == SIGTERM)) handle(number, SIG_IGN);
  else if (job_control && (number == SIGTSTP || number == SIGTTIN || number == SIGTTOU)) handle(number, SIG_IGN);
  else handle(number, ignored_from_start[number] ? SIG_IGN : SIG_DFL);
}

void set_shell_signals(void) {
  for (int number = 1; number <= 31; number++) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN) ignored_from_start[number] = true;
  }
  if (!interactive) return;
  handle_as_shell(SIGINT);
  handle_as_shell(SIGQUIT);
  handle_as_shell(SIGTERM);
}

bool has_traps(void) {
  for (int i = 0; i < SIGNALS; i++)
    if (actions[i] && actions[i][0] != '\0') return true;
  return false;
}

/* In a subshell: traps are gone, ignored signals stay ignored, the shell's own handling ends. */
void forget_traps(void) {
  for (int number = 0; number < SIGNALS; number++) {
    bool ours = number == SIGINT || number == SIGQUIT || number == SIGTERM || number == SIGTSTP ||
                number == SIGTTIN || number == SIGTTOU;
    bool trapped = actions[number] && actions[number][0] != '\0';
    if (trapped) {
      free(actions[number]);
      actions[number] = NULL;
    }
    if (number > 0 && (trapped || (ours && !actions[number])))
      handle(number, ignored_from_start[number] ? SIG_IGN : SIG_DFL);
    pending[number] = 0;
  }
  trap_waiting = 0;
  interrupted = 0;
  running_exit_trap = false;
}

/* A background command without job control isn't bothered by the keyboard. */
void reset_child_signals(bool background) {
  if (!background) return;
  handle(SIGINT, SIG_IGN);
  handle(SIGQUIT, SIG_IGN);
}

void run_traps(void) {
  while (trap_waiting) {
    trap_waiting = 0;
    for (int number = 1; number < SIGNALS; number++) {
      if (!pending[number]) continue;
      pending[number] = 0;
      if (!actions[number] || actions[number][0] == '\0') continue;
      int status = last_status;
      enum skip skip = skipping;
      skipping = SKIP_NONE;
      char *action = own_text(actions[number]);
      run_text(action, 0, current_line);
      free(action);
      if (skipping == SKIP_NONE) skipping = skip;
      last_status = status;
    }
  }
}

int run_exit_trap(int status) {
  if (running_exit_trap || !actions[0] || actions[0][0] == '\0') return status;
  running_exit_trap = true;
  char *action = actions[0];
  actions[0] = NULL;
  last_status = status;
  skipping = SKIP_NONE;
  options.exit_on_error = false;
  run_text(action, 0, 1);
  return status;
}

const char *signal_name(int number) {
  return number == 0 ? "EXIT" : name_of_signal(number);
}

int signal_named(const char *text) {
  if (strcmp(text, "EXIT") == 0) return 0;
  return number_of_signal(text);
}

static void show_traps(void) {
  for (int number = 0; number < SIGNALS; number++) {
    if (!actions[number]) continue;
    printf("trap -- ");
    print_quoted(actions[number]);
    printf(" %s\n", signal_name(number));
  }
}

static void set_trap(int number, const char *action) {
  free(actions[number]);
  actions[number] = action ? own_text(action) : NULL;
  if (number == 0 || ignored_from_start[number]) return;
  if (!action) handle_as_shell(number);
  else handle(number, action[0] == '\0' ? SIG_IGN : on_signal);
}

int builtin_trap(int argc, char **argv) {
  int first = 1;
  if (first < argc && strcmp(argv[first], "--") == 0) first++;
  if (first < argc && strcmp(argv[first], "-l") == 0) {
    for (int number = 1; number <= 31; number++) printf("%2d) SIG%s\n", number, name_of_signal(number));
    return 0;
  }
  if (first >= argc || (argc == 2 && strcmp(argv[1], "-p") == 0)) {
    show_traps();
    return 0;
  }
  const char *action = argv[first];
  bool number_first = *action >= '0' && *action <= '9' && signal_named(action) >= 0;
  if (strcmp(action, "-") == 0) {
    action = NULL;
    first++;
  } else if (number_first || argc - first == 1) {
    action = NULL;
  } else {
    first++;
  }
  int status = 0;
  for (int i = first; i < argc; i++) {
    int number = signal_named(argv[i]);
    if (number < 0 || number >= SIGNALS) {
      complain("%s: bad trap", argv[i]);
      status = 1;
    } else {
      set_trap(number, action);
    }
  }
  return status;
}
