/* A matcher's program while an expression is compiled, for the C library only. */
#ifndef _FORKYARD_REGEX_PROGRAM_H
#define _FORKYARD_REGEX_PROGRAM_H
#include <forkyard/regex.h>

struct regex_program {
  struct __regex *into;
  /* The first that happened, as regcomp gives it; nothing more is of use then. */
  int error;
};

/* Gives 0. */
int __regex_fail(struct regex_program *program, int error);
void __regex_put(struct regex_program *program, int where, enum regex_operation operation, int a, int b);
void __regex_emit(struct regex_program *program, enum regex_operation operation, int a);
/* An instruction for an empty set, which is to be filled; null: no room. */
struct regex_set *__regex_new_set(struct regex_program *program);
/* Repeats what was emitted from `start` on `low` to `high` times; -1: without limit. */
void __regex_repeat(struct regex_program *program, int start, int low, int high);
/* Nothing more is put in: registers of loops get their numbers. */
void __regex_number_slots(struct __regex *expression);
#endif
