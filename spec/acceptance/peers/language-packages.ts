/**
 * Functions for the scripts of cases: `wheel NAME VERSION` and `gem_file NAME VERSION` make a package of Python in
 * `$DIR/wheels`, one of Ruby in `$DIR/gems`; `index` makes a repository of the gems; `tarball NAME VERSION` makes a
 * package of npm in `$DIR`.
 */
export const languages = `
wheel() {
  info="$DIR/build/$1-$2.dist-info"
  mkdir -p "$info" "$DIR/wheels"
  printf 'Metadata-Version: 2.1\\nName: %s\\nVersion: %s\\n' "$1" "$2" > "$info/METADATA"
  printf 'Wheel-Version: 1.0\\nGenerator: peers\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n' > "$info/WHEEL"
  (cd "$DIR/build" && printf '%s,,\\n' "$1-$2.dist-info/METADATA" "$1-$2.dist-info/WHEEL" "$1-$2.dist-info/RECORD" > "$info/RECORD"
    python3 -m zipfile -c "$DIR/wheels/$1-$2-py3-none-any.whl" "$1-$2.dist-info")
}
gem_file() {
  mkdir -p "$DIR/gems/gems"
  printf 'Gem::Specification.new { |s| s.name = "%s"; s.version = "%s"; s.summary = "s"; s.authors = ["n"]; s.files = [] }\\n' \\
    "$1" "$2" > "$DIR/one.gemspec"
  gem build --force --output "$DIR/gems/gems/$1-$2.gem" "$DIR/one.gemspec"
}
index() { gem generate_index --directory "$DIR/gems"; }
tarball() {
  mkdir -p "$DIR/package"
  printf '{"name": "%s", "version": "%s"}' "$1" "$2" > "$DIR/package/package.json"
  tar -C "$DIR" -czf "$DIR/$1-$2.tgz" package
}
python_version() { pip list --format=freeze | sed -n "s/^$1==//p"; }
gem_versions() { gem list --local --exact "$1" | sed -n 's/.*(\\(.*\\))/\\1/p'; }
`;

/** Removes what a case has installed for a language. */
export const unlearn = `
if pip list --format=freeze 2>/dev/null | grep -q "^$NAME=="; then pip uninstall -y -q --break-system-packages "$NAME"; fi
if gem list --local --exact "$NAME" | grep -q "^$NAME "; then gem uninstall --executables --all "$NAME"; fi
`;
