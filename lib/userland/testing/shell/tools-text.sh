### cat
printf 'a\n\nb\tc\n' > f; cat f; cat -n f; cat -b f; cat -A f; cat - f < f; cat -s f f
### cat of what is not there
cat nothing; echo $?; mkdir d; cat d; echo $?
### cat with a wrong option
cat -Z 2>/dev/null; echo $?
### head
seq 1 20 > f; head f | tail -n 1; head -n 3 f; head -2 f; head -c 5 f; echo; head -n -17 f
### head of several files
echo a > x; echo b > y; head -n 1 x y; head -q x y; head -v x; head nothing; echo $?
### tail
seq 1 20 > f; tail -n 3 f; tail -2 f; tail -n +19 f; tail -c 4 f; seq 3 | tail -n 1
### tail of several files
echo a > x; printf 'b\nc' > y; tail -n 1 x y; echo; tail -n 0 x; tail nothing; echo $?
### wc
printf 'one two\nthree\n' > f; wc f; wc -l f; wc -w < f; wc -c f; wc -lw f; wc f f; wc < f; wc -L f
### wc errors
wc nothing; echo $?
### tr
echo hello | tr a-y b-z; echo Hello | tr '[:lower:]' '[:upper:]'; echo aabbcc | tr -s a-c; echo a1b2 | tr -d 0-9; echo 'a b' | tr -c 'a-z\n' _; echo abc | tr abc x
### tr escapes and sets
printf 'a\tb\n' | tr '\t' ' '; echo hello world | tr -cs '[:alnum:]' '\n'; echo aab | tr -ds a b; echo ab | tr 'ab' '\101\102'
### tr errors
tr; echo $?; echo a | tr b-a x; echo $?
### sort
printf 'b\na\nc\nB\n' | sort; printf '10\n9\n-1\n' | sort; printf '10\n9\n-1\n1.5\n' | sort -n; printf '1\n3\n2\n' | sort -nr; printf 'a\nb\na\n' | sort -u
### sort by keys
printf 'x 3 b\ny 1 a\nz 2 a\n' > f; sort -k 2 f; sort -k2n f; sort -k3,3 -k2,2nr f; sort -k3 -s f
### sort with a separator
printf 'b:2\na:10\nc:1\n' > f; sort -t: -k2n f; sort -t : -k 2 f; sort -t: -k1.1,1.1r f
### sort folds, checks, and writes
printf 'b\nA\na\n' | sort -f; printf 'a\nb\n' | sort -c; echo $?; printf 'b\na\n' | sort -c; echo $?; printf 'b\na\n' > f; sort -o f f; cat f; printf '2K\n1M\n3\n' | sort -h
### sort errors
sort nothing; echo $?
### uniq
printf 'a\na\nb\na\n' > f; uniq f; uniq -c f; uniq -d f; uniq -u f; printf 'a\nA\n' | uniq -i; sort f | uniq -c | sort -rn
### cut
printf 'a:b:c\nd:e\nf\n' > f; cut -d: -f2 f; cut -d: -f1,3 f; cut -d : -f 2- f; cut -s -d: -f1 f; cut -c1-3 f; cut -c 2 f; cut -b -2 f
### cut errors
cut; echo $?; echo a | cut -f 0; echo $?
### grep
printf 'apple\nbanana\nCherry\n' > f; grep an f; grep -i CHERRY f; grep -v an f; grep -n e f; grep -c a f; grep nothing f; echo $?
### grep patterns
printf 'abc\na.c\nac\nabbc\n' > f; grep 'a.c' f; grep 'a\.c' f; grep '^ab' f; grep 'c$' f; grep 'ab*c' f; grep -E 'ab+c|ac' f; grep -F a.c f; grep -e abc -e ac f
### grep of files
echo one > a; echo two > b; mkdir d; echo one > d/c; grep one a b; grep -l one a b; grep -L one a b; grep -h one a b; grep -r one d; grep -H one a; grep -c one a b
### grep -o -w -x -q
printf 'foo foobar\nfoo\n' > f; grep -o fo* f; grep -w foo f; grep -x foo f; grep -q foo f; echo $?; grep -q zip f; echo $?; grep -m 1 foo f
### grep context
seq 1 10 > f; grep -A 1 3 f; grep -B 1 3 f; grep -C 1 5 f; grep -n -A1 -e 2 -e 7 f
### grep errors
grep x nothing; echo $?; grep -s x nothing; echo $?
### tee
echo a | tee x y; cat x y; echo b | tee -a x > /dev/null; cat x
### seq
seq 3; seq 2 4; seq 1 2 6; seq 5 -2 1; seq -s , 3; seq -w 8 10; seq 1 0.5 2; seq 3 1
### seq errors
seq; echo $?; seq a; echo $?
### rev and nl
printf 'abc\nxy\n' | rev; printf 'a\n\nb\n' | nl; printf 'a\n\nb\n' | nl -b a -w 3 -s ': '
### yes
yes | head -n 2; yes a b | head -n 1
### basename and dirname
basename /a/b/c.txt; basename /a/b/c.txt .txt; basename a/; basename /; dirname /a/b/c; dirname a; dirname /a; dirname a/b/; dirname /
### xargs
printf 'a b\nc\n' | xargs; printf '1 2 3\n' | xargs -n 1 echo item; printf 'x\ny\n' | xargs -I N echo 'got N.'; printf "'a b' c\n" | xargs -n 1; printf '' | xargs echo empty; printf '' | xargs -r echo no
### xargs statuses
printf '1\n' | xargs false; echo $?; printf '1\n' | xargs nothing_there; echo $?; printf 'a\0b\0' | xargs -0 -n 1 echo; printf 'a b\nc\n' | xargs -L 1 echo; echo x | xargs -t echo
### cmp
printf 'abc\n' > a; printf 'abd\n' > b; cmp a b; echo $?; cmp a a; echo $?; cmp -s a b; echo $?; printf 'ab' > c; cmp a c; echo $?
### bin echo and printf
/bin/echo -n a; /bin/echo 'b\n'; /bin/echo -e 'c\td'; env printf '%s-%d\n' x 5
### bin test
env test a = a; echo $?; env test 1 -gt 2; echo $?; env [ -d / ]; echo $?
### a pipeline of tools
printf 'the cat the dog\nthe end\n' | tr ' ' '\n' | sort | uniq -c | sort -k1,1nr -k2 | head -n 2
