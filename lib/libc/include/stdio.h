/* C11 7.21 and POSIX stdio.h. Buffers lie in the process's own memory: fork copies what is in them. */
#ifndef _STDIO_H
#define _STDIO_H
#include <stdarg.h>
#include <stddef.h>
#include <sys/types.h>
typedef struct __file FILE;
typedef struct {
  off_t __offset;
} fpos_t;
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
#define L_ctermid 9
#define TMP_MAX 238328
#define P_tmpdir "/tmp"
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
int vasprintf(char **restrict to, const char *restrict format, va_list args);
int asprintf(char **restrict to, const char *restrict format, ...);
ssize_t getdelim(char **restrict line, size_t *restrict max, int stop, FILE *restrict stream);
int getw(FILE *stream);
int putw(int word, FILE *stream);
FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict stream);
int fseeko(FILE *stream, off_t offset, int whence);
off_t ftello(FILE *stream);
int fgetpos(FILE *restrict stream, fpos_t *restrict at);
int fsetpos(FILE *stream, const fpos_t *at);
void setbuffer(FILE *stream, char *buffer, size_t bytes);
FILE *fmemopen(void *restrict buffer, size_t bytes, const char *restrict mode);
FILE *open_memstream(char **buffer, size_t *bytes);
typedef struct {
  ssize_t (*read)(void *state, char *to, size_t n);
  ssize_t (*write)(void *state, const char *from, size_t n);
  int (*seek)(void *state, off_t *offset, int whence);
  int (*close)(void *state);
} cookie_io_functions_t;
FILE *fopencookie(void *restrict state, const char *restrict mode, cookie_io_functions_t functions);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
FILE *tmpfile(void);
char *tmpnam(char *to);
char *tmpnam_r(char *to);
char *tempnam(const char *directory, const char *prefix);
char *ctermid(char *to);
void flockfile(FILE *stream);
int ftrylockfile(FILE *stream);
void funlockfile(FILE *stream);
int getc_unlocked(FILE *stream);
int getchar_unlocked(void);
int putc_unlocked(int c, FILE *stream);
int putchar_unlocked(int c);
int fgetc_unlocked(FILE *stream);
int fputc_unlocked(int c, FILE *stream);
int fputs_unlocked(const char *restrict text, FILE *restrict stream);
char *fgets_unlocked(char *restrict to, int max, FILE *restrict stream);
int fflush_unlocked(FILE *stream);
int feof_unlocked(FILE *stream);
int ferror_unlocked(FILE *stream);
int fileno_unlocked(FILE *stream);
void clearerr_unlocked(FILE *stream);
size_t fread_unlocked(void *restrict to, size_t bytes, size_t count, FILE *restrict stream);
size_t fwrite_unlocked(const void *restrict from, size_t bytes, size_t count, FILE *restrict stream);
int renameat(int from_directory, const char *from, int to_directory, const char *to);
#endif
