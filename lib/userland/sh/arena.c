/* Memory that goes at once: the tree of a command line, the words that a command is expanded to. */
#include "shell.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_BYTES = 2000, ALIGNMENT = 8 };

struct arena_block {
  struct arena_block *before;
  size_t used, room;
  char bytes[];
};

static struct arena first_trees;
struct arena *trees = &first_trees;
struct arena scratch;

void *own_memory(void *block, size_t n) {
  void *larger = realloc(block, n == 0 ? 1 : n);
  if (!larger) {
    static const char message[] = "sh: out of memory\n";
    write(2, message, sizeof message - 1);
    _exit(2);
  }
  return larger;
}

char *own_text(const char *text) {
  size_t n = strlen(text) + 1;
  return memcpy(own_memory(NULL, n), text, n);
}

void *arena_take(struct arena *arena, size_t n) {
  n = (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  struct arena_block *block = arena->last;
  if (!block || block->room - block->used < n) {
    size_t room = n > BLOCK_BYTES ? n : BLOCK_BYTES;
    block = own_memory(NULL, sizeof *block + room);
    block->before = arena->last;
    block->used = 0;
    block->room = room;
    arena->last = block;
  }
  void *at = block->bytes + block->used;
  block->used += n;
  return memset(at, 0, n);
}

char *arena_copy(struct arena *arena, const char *text, size_t n) {
  char *copy = arena_take(arena, n + 1);
  memcpy(copy, text, n);
  copy[n] = '\0';
  return copy;
}

struct arena_mark arena_mark(const struct arena *arena) {
  struct arena_mark mark = {arena->last, arena->last ? arena->last->used : 0};
  return mark;
}

void arena_release(struct arena *arena, struct arena_mark mark) {
  while (arena->last != mark.block) {
    struct arena_block *before = arena->last->before;
    free(arena->last);
    arena->last = before;
  }
  if (arena->last) arena->last->used = mark.used;
}

static void make_room(struct text *text, size_t n) {
  if (text->length + n < text->room) return;
  size_t room = 2 * text->room + n + 24;
  char *bytes = arena_take(text->arena ? text->arena : &scratch, room);
  if (text->length > 0) memcpy(bytes, text->bytes, text->length);
  text->bytes = bytes;
  text->room = room;
}

void text_add(struct text *text, char c) {
  make_room(text, 1);
  text->bytes[text->length++] = c;
}

void text_add_all(struct text *text, const char *bytes, size_t n) {
  make_room(text, n);
  memcpy(text->bytes + text->length, bytes, n);
  text->length += n;
}

/* The text as a string; more may be added. */
char *text_end(struct text *text) {
  make_room(text, 1);
  text->bytes[text->length] = '\0';
  return text->bytes;
}
