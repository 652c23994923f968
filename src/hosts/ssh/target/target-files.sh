# Files. The control machine examines all paths and decides what may be followed, as it does for its own files; here are
# only the steps that it combines. Exit status 75: the directory or the file is not the one that was examined, so that
# the control machine examines it again.

# What identifies an entry, and tells whether it is still as it was examined.
identity='%d:%i:%u:%g:%f'

# Goes into a directory that has been examined. From then on it is the working directory, whatever becomes of its name.
enter() { # DIRECTORY IDENTITY
  cd -P -- "$1" && [ "$(stat -c "$identity" .)" = "$2" ] || exit 75
}

# Prints one line for each path that exists; the errors of the others are in the same order.
look() { # PATH...
  QUOTING_STYLE=c stat --printf '%d:%i:%u:%g:%f %h %s %.9X %.9Y %.9Z %N\n' -- "$@" || :
}

# Prints the contents of many files, each after the separator. Only regular files are opened: a pipe would block.
contents() { # SEPARATOR LIMIT PATH...
  printf %s "$1" >"$d/separator"
  limit=$2
  shift 2
  list= index=0
  for path; do
    index=$((index + 1))
    list="$list $d/separator"
    if [ -f "$path" ]; then list="$list \"\${$index}\""; fi
  done
  # An empty list would read the standard input, which is empty.
  eval "cat -- $list" | head -c "$limit"
}

# Opens a file as descriptor 5, and makes sure that it is the one that was examined.
open_examined() { # NAME IDENTITY
  command exec 5<"./$1" || exit 1
  [ "$(stat -L -c "$identity" /proc/self/fd/5)" = "$2" ] || exit 75
}

# Prints a part of a file.
piece() { # NAME IDENTITY FIRST-BYTE BYTES
  open_examined "$1" "$2"
  tail -c "+$3" <&5 | head -c "$4"
}

# Prints the names in the working directory, each with a NUL character at its end.
names() {
  for pattern in '*' '.[!.]*' '..?*'; do
    set -- $pattern
    [ -e "$1" ] || [ -L "$1" ] || continue
    printf '%s\0' "$@"
  done
}

# Creates a file that no other user can read, and opens it as descriptor 6. It must be new: neither an existing file nor
# a link is opened. It is removed again unless `keep` is called.
create() { # NAME
  set -C
  command exec 6>"./$1" || exit 1
  set +C
  remove_unless_kept "$1"
}

remove_unless_kept() { # NAME
  created=$1
  trap 'rm -f -- "./$created"' EXIT
}

keep() {
  trap - EXIT
}

# Opens an existing file for appending as descriptor 6, and makes sure that it is the one that was examined.
open_to_append() { # NAME IDENTITY
  command exec 6>>"./$1" || exit 1
  [ "$(stat -L -c "$identity" /proc/self/fd/6)" = "$2" ] || exit 75
}

# Appends the received content to descriptor 6.
add_content() { # BYTES
  is_complete "$1" || exit 75
  cat "$d/content" >&6
}

# Changes the owner of the new file before it has content.
own() { # OWNER
  chown -- "$1" /proc/self/fd/6
}

# Copies the access control list and extended attributes of the file that is replaced, which is open as descriptor 5.
keep_attributes() {
  cp --attributes-only --preserve=mode,xattr -- /proc/self/fd/5 /proc/self/fd/6
}

# Removes the access control list of a file: from then on, only its mode determines access.
clear_grants() { # FILE MODE
  : >"$d/plain"
  chmod -- "$2" "$d/plain"
  cp --attributes-only --preserve=mode -- "$d/plain" "$1"
}

# Does the same for the working directory, including the default list for new entries.
clear_directory_grants() { # MODE
  mkdir -p "$d/empty"
  chmod -- "$1" "$d/empty"
  cp --attributes-only --preserve=mode --recursive --no-target-directory -- "$d/empty/." ./.
}

# Gives the new file its mode and its name. A reader sees the old content or the new one, never a part.
put_in_place() { # NAME MODE
  synchronize /proc/self/fd/6
  chmod -- "$2" /proc/self/fd/6
  if mv -T -f -- "./$created" "./$1" 2>"$d/mv"; then
    keep
    synchronize .
    return
  fi
  case $(cat "$d/mv") in
  # Something is mounted on the name, so that no other file can be renamed to it.
  *'Device or resource busy'*) overwrite "$1" "$2" ;;
  *)
    cat "$d/mv" >&2
    return 1
    ;;
  esac
}

# Writes the content of the new file into a file that cannot be replaced. Meanwhile, a copy of the old content, `copy`,
# is beside it; it remains if not even the old content can be written back. `before` identifies the file, `narrow` is a
# mode that gives no access beyond the old mode and the new one, and `owner` is the new owner.
overwrite() { # NAME MODE
  command exec 8<>"./$1" || return 1
  [ "$(stat -L -c "$identity" /proc/self/fd/8)" = "$before" ] || exit 75
  (
    set -C
    cat "./$1" >"./$copy"
  )
  synchronize "./$copy"
  chmod -- "$narrow" /proc/self/fd/8
  if ! fill "./$created"; then
    fill "./$copy" || {
      echo "damaged: its old content is in $copy" >&2
      return 1
    }
    chmod -- "$(printf %o "$((0x${before##*:} & 07777))")" /proc/self/fd/8
    rm -f -- "./$copy"
    return 1
  fi
  rm -f -- "./$copy"
  chown -- "$owner" /proc/self/fd/8
  chmod -- "$2" /proc/self/fd/8
}

# Replaces the content of descriptor 8.
fill() { # FROM
  dd if="$1" of=/proc/self/fd/8 bs=1M conv=fsync status=none
}

# Creates a link, and renames it to a name that is in use.
replace_link() { # NAME TEMPORARY TARGET OWNER
  ln -s -T -- "$3" "./$2"
  remove_unless_kept "$2"
  [ -z "$4" ] || chown -h -- "$4" "./$2"
  mv -T -f -- "./$2" "./$1"
  keep
}

# Creates a directory and enters it. If another process has replaced it meanwhile, the replacement is refused.
make_directory() { # NAME
  mkdir -m 0700 -- "./$1"
  parent=$PWD created=$1
  trap 'cd -P -- "$parent" && rmdir -- "./$created"' EXIT
  cd -P -- "./$1"
  [ -O . ] && [ -z "$(names)" ] || {
    echo replaced >&2
    exit 1
  }
}

# Removes temporary files of killed runs. The digits at the end are random.
remove_stale() { # PREFIX
  for stale in "./$1"[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]; do
    [ -e "$stale" ] || [ -L "$stale" ] || continue
    rm -f -- "$stale"
  done
}

# Makes what was written durable.
synchronize() { # PATH
  sync -- "$1" 2>"$d/sync" && return
  # Some network file systems do not support this for directories.
  case $(cat "$d/sync") in
  *'Invalid argument'* | *'not supported'* | *'Bad file descriptor'*) ;;
  *)
    cat "$d/sync" >&2
    return 1
    ;;
  esac
}
