/* C11 7.21 and POSIX stdio.h. Buffers lie in the process's own memory: fork copies what is in them. */
#ifndef _STDIO_H
#define _STDIO_H
#include <stdarg.h>
#include <stddef.h>
#include <sys/types.h>
typedef struct __file FILE;
typedef long fpos_t;
#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define L_tmpnam 20
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr
int printf(const char *restrict format, ...);
int fprintf(FILE *restrict stream, const char *restrict format, ...);
int dprintf(int fd, const char *restrict format, ...);
int sprintf(char *restrict to, const char *restrict format, ...);
int snprintf(char *restrict to, size_t max, const char *restrict format, ...);
int vprintf(const char *restrict format, va_list args);
int vfprintf(FILE *restrict stream, const char *restrict format, va_list args);
int vdprintf(int fd, const char *restrict format, va_list args);
int vsprintf(char *restrict to, const char *restrict format, va_list args);
int vsnprintf(char *restrict to, size_t max, const char *restrict format, va_list args);
int scanf(const char *restrict format, ...);
int fscanf(FILE *restrict stream, const char *restrict format, ...);
int sscanf(const char *restrict text, const char *restrict format, ...);
int vscanf(const char *restrict format, va_list args);
int vfscanf(FILE *restrict stream, const char *restrict format, va_list args);
int vsscanf(const char *restrict text, const char *restrict format, va_list args);
int fgetc(FILE *stream);
int getc(FILE *stream);
int getchar(void);
int ungetc(int c, FILE *stream);
char *fgets(char *restrict to, int max, FILE *restrict stream);
ssize_t getline(char **restrict line, size_t *restrict max, FILE *restrict stream);
int fputc(int c, FILE *stream);
int putc(int c, FILE *stream);
int putchar(int c);
int fputs(const char *restrict text, FILE *restrict stream);
int puts(const char *text);
size_t fread(void *restrict to, size_t bytes, size_t count, FILE *restrict stream);
size_t fwrite(const void *restrict from, size_t bytes, size_t count, FILE *restrict stream);
int fflush(FILE *stream);
FILE *fopen(const char *restrict path, const char *restrict mode);
FILE *fdopen(int fd, const char *mode);
int fclose(FILE *stream);
int fileno(FILE *stream);
int feof(FILE *stream);
int ferror(FILE *stream);
void clearerr(FILE *stream);
int fseek(FILE *stream, long offset, int whence);
long ftell(FILE *stream);
void rewind(FILE *stream);
int setvbuf(FILE *restrict stream, char *restrict buffer, int mode, size_t bytes);
void setbuf(FILE *restrict stream, char *restrict buffer);
void setlinebuf(FILE *stream);
void perror(const char *message);
int remove(const char *path);
int rename(const char *from, const char *to);
#endif
