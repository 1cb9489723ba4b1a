/* Names of signals as kill and trap know them, without SIG. */
#ifndef SIGNAL_NAMES_H
#define SIGNAL_NAMES_H
const char *name_of_signal(int number); /* null: there is none */
int number_of_signal(const char *text); /* of "TERM", "SIGTERM", "term" or "15"; -1: there is none */
#endif
