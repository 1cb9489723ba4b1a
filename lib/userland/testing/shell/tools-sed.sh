### sed substitutes
echo hello world | sed s/o/0/; echo hello world | sed s/o/0/g; echo hello world | sed s/o/0/2; echo aXbX | sed 's/x/-/gi'; echo /a/b | sed 's|/|:|g'; echo abc | sed 's/b//'; echo a.b | sed 's/\./-/'
### sed puts in groups and matches
echo 'John Smith' | sed 's/\([^ ]*\) \(.*\)/\2, \1/'; echo abc | sed 's/b/[&]/'; echo abc | sed 's/b/\&/'; echo ab | sed 's/\(a\)\(b\)/\2\1\2/'; echo 2024 | sed -E 's/([0-9]{2})([0-9]+)/\2-\1/'; echo a/b | sed 's/\//x/'; echo abc | sed 's/b/\n/'
### sed on empty matches
echo abc | sed 's/x*/-/g'; echo baaac | sed 's/a*/x/g'; echo abc | sed 's/$/!/'; echo abc | sed 's/^/> /'; echo '' | sed 's/^$/empty/'
### sed prints and deletes
seq 5 | sed -n 2p; seq 5 | sed 2d; seq 5 | sed -n '2,4p'; seq 5 | sed '2,4d'; seq 5 | sed '$d'; seq 5 | sed -n '$p'; seq 3 | sed p; seq 5 | sed -n '2!p'; seq 3 | sed -n '$='
### sed addresses by pattern
printf 'a\nb\nc\nb\nd\n' > f; sed -n '/b/p' f; sed '/b/d' f; sed -n '/b/,/c/p' f; sed -n '/c/,$p' f; sed -n '2,/b/p' f; sed -n '/b/!p' f; sed '/a/s//A/' f; sed -n '\,b,p' f; sed -n '/B/Ip' f; sed -n '3,2p' f
### sed with several commands
seq 3 | sed -e 's/1/one/' -e 's/2/two/'; seq 3 | sed 's/1/one/;s/3/three/'; seq 4 | sed -n '2{p;p}'; seq 6 | sed '2,4{/3/d;s/^/x/}'; seq 3 | sed -n '/2/{=;p;}'; printf 's/a/b/\n# note\np\n' > script; echo a | sed -n -f script
### sed s with p, y, q, n
seq 3 | sed -n 's/2/two/p'; echo hello | sed y/elo/310/; seq 9 | sed 3q; seq 9 | sed -n '2{p;q5}'; echo $?; seq 6 | sed 'n;d'; seq 5 | sed '/3/q'
### sed adds lines
seq 3 | sed '2a\
after'; seq 3 | sed '2i before'; seq 3 | sed '2c\
instead'; seq 4 | sed '2,3c both'; seq 2 | sed '$a end'; printf x | sed 'a y'
### sed without a last newline, several files
printf 'a\nb' | sed 's/b/c/'; echo; printf 'x\n' > f; printf 'y\n' > g; sed -n '$p' f g; sed = f g; sed s/x/z/ f nothing g; echo $?
### sed errors
echo a | sed s/a/b; echo $?; echo a | sed 's/a/b/k'; echo $?; echo a | sed k; echo $?; echo a | sed '/a'; echo $?; echo a | sed 'pp'; echo $?; echo a | sed '}'; echo $?; echo a | sed 'y/ab/c/'; echo $?
