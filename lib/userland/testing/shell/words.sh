### single quotes keep everything
echo 'a  $x `b` "c" \d'
### double quotes expand but do not split
x='1   2'; echo "$x" $x "a\$b" "q\"q" "back\\slash"
### adjacent quotes join
echo a'b'"c"\d
### a backslash joins lines
echo one \
two
### a backslash keeps a blank
echo a\ b\ c; set -- a\ b c; echo $#
### empty quotes are a field
set -- '' "" a; echo $#
### an unset variable is no field
set -- $nothing a $nothing; echo $#
### an empty quoted variable is a field
set -- "$nothing" a; echo $#
### comment
echo a # b c
echo a#b
### field splitting by IFS
IFS=:; x=a:b::c; set -- $x; echo $#; for i in "$@"; do echo "[$i]"; done
### field splitting by blank IFS
x='  a   b  '; set -- $x; echo $# "$1" "$2"
### IFS with a blank and a colon
IFS=': '; x='a : b:c  d'; set -- $x; echo $#; for i; do echo "[$i]"; done
### IFS trailing separator
IFS=,; x=a,b,; set -- $x; echo $#
### IFS leading separator
IFS=,; x=,a; set -- $x; echo $# "[$1]"
### empty IFS does not split
IFS=; x='a b c'; set -- $x; echo $#
### text beside an expansion is not split
x='1 2'; set -- a$x'b c'; echo $#; for i; do echo "[$i]"; done
### "$@" keeps fields
set -- 'a b' c ''; for i in "$@"; do echo "[$i]"; done
### "$*" joins with the first character of IFS
set -- a b c; IFS=-; echo "$*"; IFS=; echo "$*"; unset IFS; echo "$*"
### "$@" of nothing is nothing
set --; for i in "$@"; do echo no; done; echo "x$@y"; set -- "$@" ""; echo $#
### "$@" with text around
set -- 1 2 3; for i in "a$@b"; do echo "[$i]"; done
### unquoted $@ and $* split
set -- 'a b' c; for i in $@; do echo "[$i]"; done; for i in $*; do echo "<$i>"; done
### tilde
HOME=/x; echo ~ ~/a "~" \~ a~ ~/; x=~/b; echo $x; y=a:~/c; echo $y
### tilde of nobody
echo ~nobodyatall/x
### dollar alone
echo $ a$ "$" "$ x" $%
### positional parameters
set -- a b c d e f g h i j k; echo $1 ${11} $10 $# "$9"
### special parameters
set -- x; echo $# $? "$-" | tr -d 'a-z' ; test $$ -gt 0 && echo pid
### braces around names
x=ab; echo ${x}c "${x}d"
