/* A compiled regular expression, for the C library only: a program for the matcher. */
#ifndef _FORKYARD_REGEX_H
#define _FORKYARD_REGEX_H
#include <regex.h>

enum regex_operation {
  REGEX_MATCH,
  REGEX_CHARACTER, /* a: the byte */
  REGEX_ANY,
  REGEX_SET,   /* a: index of the set */
  REGEX_SPLIT, /* tries pc + a first, then pc + b */
  REGEX_JUMP,  /* to pc + a */
  REGEX_SAVE,  /* notes the place in slot a */
  REGEX_LOOP,  /* to pc + b if the place moved since slot a noted it */
  REGEX_LINE_START,
  REGEX_LINE_END,
  REGEX_TEXT_START,
  REGEX_TEXT_END,
  REGEX_WORD_EDGE,
  REGEX_NO_WORD_EDGE,
  REGEX_WORD_START,
  REGEX_WORD_END,
  REGEX_SAME /* what group a matched, again */
};

struct regex_instruction {
  enum regex_operation operation;
  int a, b;
};

struct regex_set {
  unsigned char member[256];
};

struct __regex {
  int flags;
  struct regex_instruction *code;
  int length, room;
  struct regex_set *sets;
  int set_count;
  int groups;
  /* Two for each group and the whole, then one for each loop. */
  int slots;
  /* The expression refers back to its own groups: it can't be matched in linear time. */
  int refers;
};

/* Reads "[...]" from behind its bracket into a set; 0 or an error. */
int __regex_set(const char **at, struct regex_set *set, int flags);
#endif
