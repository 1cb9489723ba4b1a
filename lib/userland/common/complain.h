/* Errors as coreutils tells them: "rm: cannot remove 'x': No such file or directory". */
#ifndef COMPLAIN_H
#define COMPLAIN_H
extern const char *program_name;
extern int failures; /* complaints so far: the exit status is 1 if there are any */
void begin_program(char **argv);
void complain(const char *format, ...);
void complain_errno(const char *format, ...); /* with what errno says */
_Noreturn void give_up(int status, const char *format, ...);
_Noreturn void bad_option(int status); /* after getopt has told which */
_Noreturn void missing_operand(int argc, char **argv, int first); /* none, or none after the first */
void *more_memory(void *block, unsigned long n);
int finish_output(void); /* flushes; the exit status */
#endif
