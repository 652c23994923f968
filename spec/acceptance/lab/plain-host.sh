# The first process of a host without an init system. It runs in mount and process namespaces of its own, so that
# whatever it mounts is seen by nobody outside and goes with it, however it ends.
#
# Arguments: an empty folder, the base image, and the places of this machine that the host sees, each as
# ro:OUTSIDE:INSIDE or rw:OUTSIDE:INSIDE.
set -eu
folder=$1
image=$2
shift 2

mount -t tmpfs tmpfs "$folder"
root=$folder/root
mkdir "$folder/upper" "$folder/work" "$root"
mount -t overlay overlay -o "lowerdir=$image,upperdir=$folder/upper,workdir=$folder/work" "$root"
cat /etc/resolv.conf >"$root/etc/resolv.conf"

# Devices of its own: a host that removes or replaces one does it to itself alone.
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
mknod -m 666 "$root/dev/null" c 1 3
mknod -m 666 "$root/dev/zero" c 1 5
mknod -m 666 "$root/dev/full" c 1 7
mknod -m 666 "$root/dev/random" c 1 8
mknod -m 666 "$root/dev/urandom" c 1 9
mknod -m 666 "$root/dev/tty" c 5 0
mkdir "$root/dev/pts"
mkdir -m 1777 "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
for stream in fd:fd stdin:fd/0 stdout:fd/1 stderr:fd/2; do
  ln -s "/proc/self/${stream#*:}" "$root/dev/${stream%%:*}"
done
mount -t proc proc "$root/proc"

for bind in "$@"; do
  how=${bind%%:*}
  places=${bind#*:}
  inside=$root${places#*:}
  [ -e "$inside" ] || mkdir -p "$inside"
  mount --bind "${places%%:*}" "$inside"
  [ "$how" = rw ] || mount -o remount,bind,ro "$inside"
done

# As a container's first process should, it takes note of processes that ended and belong to nobody else.
exec chroot "$root" sh -c 'echo ready; while :; do sleep 1 & wait; done'
