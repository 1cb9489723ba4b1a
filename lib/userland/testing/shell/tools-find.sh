### find all
mkdir -p d/e/f; touch d/a d/e/b.c d/e/f/c.c; find d | sort; find d/e d/a | sort; cd d/e; find | sort; find . -print | sort
### find by name
mkdir -p d/e; touch d/a.c d/A.C d/e/b.c d/e/b.h; find d -name '*.c' | sort; find d -iname 'a.c' | sort; find d -name e; find d -path '*e/b*' | sort; find d -name b
### find by type, size, emptiness
mkdir -p d/e d/full; touch d/a; echo hello > d/full/b; ln -s a d/l; mkfifo d/p; find d -type f | sort; find d -type d | sort; find d -type l; find d -type p; find d -empty | sort; find d -type f -size +1c; find d -type f -size -1c; find d -type f -size 6c
### find with and, or, not
mkdir d; touch d/a.c d/b.h d/c.o; find d -name '*.c' -o -name '*.h' | sort; find d ! -name '*.o' -type f | sort; find d '(' -name 'a*' -o -name 'c*' ')' -a -type f | sort; find d -not -name '*.?' ; find d -name a.c -print -o -name b.h
### find to a depth
mkdir -p d/e/f/g; find d -maxdepth 1 | sort; find d -mindepth 2 | sort; find d -mindepth 1 -maxdepth 2 | sort; find d -maxdepth 0; find d -depth
### find prunes
mkdir -p d/skip/in d/keep/in; find d -name skip -prune -o -print | sort
### find executes
mkdir d; echo one > d/a; echo two > d/b; find d -type f -exec cat {} ';' | sort; find d -name a -exec echo 'is:{}:' {} ';'; find d -type f -exec false ';' -print; find d -name a -exec true ';' -print; find d -type f -exec wc -c {} + | tail -n 1; echo $?
### find deletes
mkdir -p d/e; touch d/a.o d/e/b.o d/c.c; find d -name '*.o' -delete; find d | sort; find d/e -delete; find d | sort
### find newer
touch old; sleep 0.05; touch mid; sleep 0.05; touch new; find . -type f -newer mid; find . -type f ! -newer mid | sort
### find null
touch a; find a -print0 | tr '\0' '\n'; find a b -print0 2>/dev/null | tr '\0' ';'
### find errors
find nothing -print 2>/dev/null; echo $?; find . -name; echo $?; find . -nonsense; echo $?; find . -type x; echo $?; find . -exec echo; echo $?
