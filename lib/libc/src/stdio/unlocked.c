/* unlocked_stdio(3): the same operations for a caller who holds the stream's lock. */
#include <stdio.h>

int getc_unlocked(FILE *stream) { return fgetc(stream); }
int getchar_unlocked(void) { return fgetc(stdin); }
int putc_unlocked(int c, FILE *stream) { return fputc(c, stream); }
int putchar_unlocked(int c) { return fputc(c, stdout); }
int fgetc_unlocked(FILE *stream) { return fgetc(stream); }
int fputc_unlocked(int c, FILE *stream) { return fputc(c, stream); }
int fputs_unlocked(const char *restrict text, FILE *restrict stream) { return fputs(text, stream); }
char *fgets_unlocked(char *restrict to, int max, FILE *restrict stream) { return fgets(to, max, stream); }
int fflush_unlocked(FILE *stream) { return fflush(stream); }
int feof_unlocked(FILE *stream) { return feof(stream); }
int ferror_unlocked(FILE *stream) { return ferror(stream); }
int fileno_unlocked(FILE *stream) { return fileno(stream); }
void clearerr_unlocked(FILE *stream) { clearerr(stream); }

size_t fread_unlocked(void *restrict to, size_t bytes, size_t count, FILE *restrict stream) {
  return fread(to, bytes, count, stream);
}

size_t fwrite_unlocked(const void *restrict from, size_t bytes, size_t count, FILE *restrict stream) {
  return fwrite(from, bytes, count, stream);
}
