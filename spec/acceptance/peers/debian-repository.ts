/**
 * Functions for the scripts of cases: `pack NAME VERSION [CONTROL LINES]` makes a Debian package in a repository of the
 * case's own, `publish` has apt know what is in it, `version NAME` prints the version that is installed.
 */
export const repository = `
pack() {
  mkdir -p "$DIR/build/DEBIAN" "$DIR/repo"
  printf 'Package: %s\\nVersion: %s\\nArchitecture: all\\nMaintainer: nobody <root@localhost>\\n' "$1" "$2" \\
    > "$DIR/build/DEBIAN/control"
  if [ -n "\${3-}" ]; then printf '%s\\n' "$3" >> "$DIR/build/DEBIAN/control"; fi
  printf 'Description: made for a case\\n' >> "$DIR/build/DEBIAN/control"
  file="$1_$2.deb"
  dpkg-deb --build "$DIR/build" "$DIR/repo/$file"
  dpkg-deb -f "$DIR/repo/$file" >> "$DIR/repo/Packages"
  printf 'Filename: ./%s\\nSize: %s\\nSHA256: %s\\n\\n' "$file" "$(stat -c %s "$DIR/repo/$file")" \\
    "$(sha256sum "$DIR/repo/$file" | cut -d ' ' -f 1)" >> "$DIR/repo/Packages"
}
publish() {
  list="/etc/apt/sources.list.d/$NAME.list"
  echo "deb [trusted=yes] file:$DIR/repo ./" > "$list"
  apt-get update -q -o Dir::Etc::sourcelist="$list" -o Dir::Etc::sourceparts=/dev/null -o APT::Get::List-Cleanup=0
}
version() { dpkg-query -W -f '\${Version}' "$1"; }
`;

/** What a script leaves behind that has published something. */
export const withdraw = `
rm -f "/etc/apt/sources.list.d/$NAME.list" "/etc/apt/preferences.d/$NAME"
for package in $(dpkg-query -W -f '\${Package} ' "$NAME*" 2>/dev/null); do
  dpkg --force-depends --purge "$package"
done
`;
