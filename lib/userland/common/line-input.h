/* Lines of the files that a filter was given: "-" and none are standard input. */
#ifndef LINE_INPUT_H
#define LINE_INPUT_H
#include <stdio.h>
#include <sys/types.h>

extern const char *input_failure; /* what is said of a file that can't be read: "%s", or more */
FILE *open_input(const char *name); /* null: it was complained about */
void close_input(FILE *file);
/* Calls `act` for each file, or once for standard input. */
void each_input(char **names, void (*act)(FILE *file, const char *name));
/* A line with its newline, in a buffer that the next call uses again; -1 at the end. */
ssize_t next_line(FILE *file, char **line);
#endif
