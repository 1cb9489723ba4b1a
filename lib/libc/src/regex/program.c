/* The program for the matcher as regcomp makes it: instructions that are put at the end or, since an
   operator comes after what it is for, in between; sets; repetitions by copies and loops. */
#include <stdlib.h>
#include <string.h>
#include <forkyard/regex-program.h>

#define LENGTH_MAX 60000

int __regex_fail(struct regex_program *p, int error) {
  if (!p->error) p->error = error;
  return 0;
}

/* Makes room for `n` instructions at `where`; jumps inside of what moves stay right: they are relative. */
static struct regex_instruction *insert(struct regex_program *p, int where, int n) {
  struct __regex *r = p->into;
  if (r->length + n > LENGTH_MAX) {
    __regex_fail(p, REG_ESPACE);
    return NULL;
  }
  if (r->length + n > r->room) {
    int room = r->length + n > 2 * r->room ? r->length + n + 16 : 2 * r->room;
    struct regex_instruction *larger = realloc(r->code, (size_t)room * sizeof *larger);
    if (!larger) {
      __regex_fail(p, REG_ESPACE);
      return NULL;
    }
    r->code = larger;
    r->room = room;
  }
  memmove(r->code + where + n, r->code + where, (size_t)(r->length - where) * sizeof *r->code);
  r->length += n;
  return r->code + where;
}

void __regex_put(struct regex_program *p, int where, enum regex_operation operation, int a, int b) {
  struct regex_instruction *at = insert(p, where, 1);
  if (!at) return;
  at->operation = operation;
  at->a = a;
  at->b = b;
}

void __regex_emit(struct regex_program *p, enum regex_operation operation, int a) {
  __regex_put(p, p->into->length, operation, a, 0);
}

struct regex_set *__regex_new_set(struct regex_program *p) {
  struct __regex *r = p->into;
  struct regex_set *larger = realloc(r->sets, (size_t)(r->set_count + 1) * sizeof *larger);
  if (!larger) {
    __regex_fail(p, REG_ESPACE);
    return NULL;
  }
  r->sets = larger;
  __regex_emit(p, REGEX_SET, r->set_count);
  struct regex_set *set = &r->sets[r->set_count++];
  memset(set, 0, sizeof *set);
  return set;
}

/* One more copy of the code [start, start + length). */
static void copy(struct regex_program *p, int start, int length) {
  if (!insert(p, p->into->length, length)) return;
  struct regex_instruction *code = p->into->code;
  memcpy(code + p->into->length - length, code + start, (size_t)length * sizeof *code);
}

static void optional(struct regex_program *p, int start) {
  __regex_put(p, start, REGEX_SPLIT, 1, p->into->length - start + 1);
}

/* Once or more: after a round that moved on, perhaps another. */
static void loop(struct regex_program *p, int start) {
  int slot = p->into->slots++;
  __regex_put(p, start, REGEX_SAVE, -1 - slot, 0);
  int length = p->into->length - start;
  __regex_emit(p, REGEX_SPLIT, 1);
  if (p->error) return;
  p->into->code[p->into->length - 1].b = 2;
  __regex_put(p, p->into->length, REGEX_LOOP, -1 - slot, -length - 1);
}

void __regex_repeat(struct regex_program *p, int start, int low, int high) {
  int length = p->into->length - start;
  if (high == 0) {
    p->into->length = start;
    return;
  }
  if (high < 0) {
    for (int i = 1; i < low && !p->error; i++) copy(p, start, length);
    int last = low > 1 ? p->into->length - length : start;
    loop(p, last);
    if (low == 0) optional(p, start);
    return;
  }
  for (int i = 1; i < low && !p->error; i++) copy(p, start, length);
  /* What is left is optional from the right: (x(x(x)?)?)?. */
  int first = low > 0 ? p->into->length : start;
  int more = low > 0 ? high - low : high - 1;
  for (int i = 0; i < more && !p->error; i++) copy(p, start, length);
  int count = low > 0 ? high - low : high;
  for (int i = count - 1; i >= 0 && !p->error; i--) {
    __regex_put(p, first + i * length, REGEX_SPLIT, 1, p->into->length - (first + i * length) + 1);
  }
}

/* Slots of loops come behind those of the groups, whose number is known only at the end. */
void __regex_number_slots(struct __regex *r) {
  int base = 2 * (r->groups + 1);
  for (int i = 0; i < r->length; i++) {
    struct regex_instruction *at = &r->code[i];
    if ((at->operation == REGEX_SAVE || at->operation == REGEX_LOOP) && at->a < 0)
      at->a = base + (-1 - at->a);
  }
  r->slots += base;
}
