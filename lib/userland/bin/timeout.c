/* timeout(1): -s SIGNAL, -k seconds, a duration, a command. 124 when it was ended, else the command's status. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include "complain.h"
#include "signal-names.h"

static volatile sig_atomic_t rang;

static void on_alarm(int signal) {
  (void)signal;
  rang = 1;
}

static double seconds_of(const char *text) {
  char *end;
  double value = strtod(text, &end);
  double factor = *end == 'm' ? 60 : *end == 'h' ? 3600 : *end == 'd' ? 86400 : 1;
  if (end == text || value < 0 || (*end && (!strchr("smhd", *end) || end[1]))) {
    complain("invalid time interval '%s'", text);
    bad_option(125);
  }
  return value * factor;
}

static void set_alarm(double seconds) {
  struct itimerval timer = {{0, 0}, {(time_t)seconds, (suseconds_t)((seconds - (double)(time_t)seconds) * 1e6)}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int signal_number = SIGTERM, option;
  double then_kill = 0;
  while ((option = getopt(argc, argv, "+s:k:v")) != -1) {
    if (option == 's' && (signal_number = number_of_signal(optarg)) < 0) {
      complain("%s: invalid signal", optarg);
      bad_option(125);
    }
    if (option == 'k') then_kill = seconds_of(optarg);
    if (option == '?') bad_option(125);
  }
  if (argc - optind < 2) {
    complain(argc == optind ? "missing operand" : "missing operand after '%s'", argc > optind ? argv[optind] : "");
    bad_option(125);
  }
  double limit = seconds_of(argv[optind]);
  char **command = argv + optind + 1;
  pid_t child = fork();
  if (child < 0) give_up(125, "fork system call failed: %s", strerror(errno));
  if (child == 0) {
    execvp(command[0], command);
    int missing = errno == ENOENT;
    complain_errno("failed to run command '%s'", command[0]);
    _exit(missing ? 127 : 126);
  }
  struct sigaction action = {0};
  action.sa_handler = on_alarm;
  sigaction(SIGALRM, &action, NULL);
  if (limit > 0) set_alarm(limit);
  int status, timed_out = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) give_up(125, "error waiting for command: %s", strerror(errno));
    if (!rang) continue;
    rang = 0;
    kill(child, timed_out ? SIGKILL : signal_number);
    kill(child, SIGCONT);
    if (!timed_out && then_kill > 0) set_alarm(then_kill);
    timed_out = 1;
  }
  /* As if this were the command: who waits sees that it was killed. */
  if (timed_out && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) raise(SIGKILL);
  if (timed_out) return 124;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
