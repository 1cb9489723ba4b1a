#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A growing text of words, character by character, as a lexer or a report builds one. */
struct text {
  char *bytes;
  size_t length, capacity;
};

static void append(struct text *text, char c) {
  if (text->length + 1 >= text->capacity) {
    text->capacity = text->capacity == 0 ? 16 : 2 * text->capacity;
    text->bytes = realloc(text->bytes, text->capacity);
  }
  text->bytes[text->length++] = c;
  text->bytes[text->length] = '\0';
}

static void append_word(struct text *text, const char *word) {
  for (; *word != '\0'; word++) append(text, *word);
}

static void append_number(struct text *text, int number) {
  char digits[12];
  int count = 0;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  while (count > 0) append(text, digits[--count]);
}

int main(void) {
  struct text text = {0};
  for (int i = 0; i < SIZE; i++) {
    append_word(&text, "process ");
    append_number(&text, i);
    append_word(&text, i % 2 == 0 ? " runs\n" : " waits\n");
  }
  int lines = 0, vowels = 0;
  for (const char *c = text.bytes; *c != '\0'; c++) {
    if (*c == '\n') lines++;
    if (*c == 'a' || *c == 'e' || *c == 'i' || *c == 'o' || *c == 'u') vowels++;
  }
  printf("%zu %d %d\n", strlen(text.bytes), lines, vowels);
  free(text.bytes);
  return 0;
}
