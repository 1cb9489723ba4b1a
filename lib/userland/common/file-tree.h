/* Walking folders, and paths of what is in them. */
#ifndef FILE_TREE_H
#define FILE_TREE_H
char *path_in(const char *folder, const char *name); /* malloc'ed */
const char *last_part(const char *path);
/* Names in a folder, but . and .., in the order of the alphabet; null and errno if it can't be read. */
char **names_in(const char *folder, int *count);
void free_names(char **names, int count);
int is_folder(const char *path);
int ask(const char *format, const char *path); /* what the reader of the question answers */
#endif
