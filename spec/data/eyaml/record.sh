#!/bin/sh
# Makes secrets.eyaml and its keys anew with hiera-eyaml itself (Debian's package, or the gem): sh spec/data/eyaml/record.sh
# The keys are of use to the specs alone.
set -eu
cd "$(dirname "$0")"
openssl genrsa -out private_key.pkcs7.pem 2048 2>/dev/null
openssl genrsa -out other_key.pem 2048 2>/dev/null
openssl req -x509 -key private_key.pkcs7.pem -subj / -days 3650 -out certificate.pem
seal() { eyaml encrypt -q --pkcs7-public-key certificate.pem -o "$1" -s "$2"; }
longer=$(printf 'a longer secret %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 | sed 's/ $//')
{
  echo '---'
  echo "one_line: $(seal string 'a secret of the specs')"
  printf 'folded: >\n%s\n' "$(seal block "$longer" | sed 's/^ *>* */    /')"
  echo "within: mysql://glance:$(seal string 'hunter of specs')@db/glance"
  echo "expression: $(seal string 'for %{facts.os.family}')"
  echo 'plain: in clear'
  printf 'nested:\n  list:\n    - %s\n' "$(seal string 'an item')"
} > secrets.eyaml
rm certificate.pem
