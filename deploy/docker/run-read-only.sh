#!/bin/sh
# Runs a command in a root file system as a restricted pod would: read-only root, a fresh /tmp, a user without
# capabilities. The process keeps this script's process id and takes its environment as it is; its mounts end with it.
#
#   run-read-only.sh ROOT UID:GID COMMAND [ARGUMENT...]
set -eu
if [ "${ZUGABE_MOUNTS:-}" != own ]; then
  ZUGABE_MOUNTS=own exec unshare --mount --propagation private "$0" "$@"
fi
unset ZUGABE_MOUNTS
root=$1
user=$2
shift 2

mount --bind "$root" "$root"
mount --rbind /proc "$root/proc"
mount -t tmpfs -o mode=1777,size=64m,nosuid,nodev tmpfs "$root/tmp"
mount -t tmpfs -o mode=755,size=64k,nosuid tmpfs "$root/dev"
for device in null zero random urandom; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -o remount,bind,ro "$root/dev"
mount -o remount,bind,ro "$root"
cd /
exec setpriv --no-new-privs chroot --userspec="$user" --groups= "$root" "$@"
