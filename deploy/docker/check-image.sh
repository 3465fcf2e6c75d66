#!/bin/sh
# Builds a service's image without a container engine and without a registry, starts its file system as the image says
# (uid 10001) with a read-only root, and asks it for its health over gRPC. One line per check; exit code 0 only if all hold.
#
#   deploy/docker/check-image.sh [SERVICE]        default: catalog-service
#
# Needs Linux, root, buildah, util-linux, a JDK 25 and a built project (./zugabe test leaves one).
# The base image is made here from that JDK (jlink) and the libraries that it loads; it is kept, with the layers, in
# ZUGABE_IMAGE_STORE (default: a folder below TMPDIR), so that the second run is quick.
set -eu

service=${1:-catalog-service}
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
store=${ZUGABE_IMAGE_STORE:-${TMPDIR:-/tmp}/zugabe-image-store}
context=${ZUGABE_IMAGE_CONTEXT:-$project}
deploy=$project/deploy
platform="java.se,jdk.unsupported,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs,jdk.localedata,jdk.charsets"

missing() {
  echo "check-image: $1" >&2
  exit 2
}

[ "$(uname -s)" = Linux ] || missing "this check needs Linux; on other systems build the image with docker or podman."
[ "$(id -u)" = 0 ] || missing "this check mounts file systems: run it as root."
for tool in buildah flock unshare mount setpriv chroot ldd; do
  command -v "$tool" >/dev/null || missing "$tool is missing. On Debian: apt-get install buildah util-linux coreutils libc-bin"
done
is_jdk() {
  [ -x "$1/bin/jlink" ] && grep -Eq '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release" 2>/dev/null
}
if ! is_jdk "${JAVA_HOME:-}"; then
  for candidate in "$(readlink -f "$(command -v java)" 2>/dev/null | sed 's,/bin/java$,,')" /usr/lib/jvm/*; do
    if is_jdk "$candidate"; then
      JAVA_HOME=$candidate
      break
    fi
  done
fi
is_jdk "${JAVA_HOME:-}" || missing "set JAVA_HOME to a JDK 25 (with jlink)."
[ -f "$context/$service/target/quarkus-app/quarkus-run.jar" ] \
  || missing "$service is not built yet: mvn -DskipTests package"
if [ ! -d "$deploy/target/classes/io" ] || [ ! -f "$deploy/target/image-check.classpath" ]; then
  missing "the check itself is not built yet: mvn -DskipTests package"
fi

mkdir -p "$store"
cat > "$store/policy.json" <<'JSON'
{"default": [{"type": "insecureAcceptAnything"}]}
JSON
# registries.conf names no registry: an image that is not here is an error, never a download.
: > "$store/registries.conf"
export CONTAINERS_REGISTRIES_CONF="$store/registries.conf"
export BUILDAH_ISOLATION=chroot

# One check at a time in a store: the clean-up removes every working container in it.
exec 9> "$store/lock"
flock 9

engine() {
  verb=$1
  shift
  buildah --root "$store/images" --runroot "$store/run" --storage-driver vfs "$verb" "$@"
}

clean_up() {
  engine rm --all >/dev/null 2>&1 || true
  # What a newer build has replaced.
  engine rmi --prune >/dev/null 2>&1 || true
}
trap clean_up EXIT
trap 'exit 130' INT TERM

passed() {
  printf 'ok    %-18s %s\n' "$1" "$2"
}

# --- base image: a JRE of this JDK and the libraries that it loads, nothing else -----------------------------------
version=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"$/\1/p' "$JAVA_HOME/release" | tr '+' '-')
base=localhost/zugabe-check-jre:${version:-25}

make_base() {
  root=$1
  mkdir -p "$root/usr/bin" "$root/usr/lib" "$root/usr/lib64" "$root/etc" "$root/opt" \
    "$root/proc" "$root/dev" "$root/tmp" "$root/sys" "$root/run"
  chmod 1777 "$root/tmp"
  for link in bin lib lib64; do ln -s "usr/$link" "$root/$link"; done
  printf 'root:x:0:0:root:/root:/sbin/nologin\n' > "$root/etc/passwd"
  printf 'root:x:0:\n' > "$root/etc/group"
  printf '127.0.0.1 localhost\n::1 localhost\n' > "$root/etc/hosts"
  printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
  "$JAVA_HOME/bin/jlink" --add-modules "$platform" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --output "$root/opt/java"
  # The loader and every library that the JRE's own files want; the C++ and OpenMP runtimes are for native models.
  {
    find "$root/opt/java" -type f \( -name '*.so' -o -path '*/bin/java' \) -exec ldd {} + 2>/dev/null \
      | awk '$2 == "=>" && $3 ~ /^\// {print $3} $1 ~ /^\// && $2 ~ /^\(/ {print $1}'
    ldconfig -p 2>/dev/null | awk '$1 ~ /^lib(stdc\+\+|gomp|gcc_s|nss_dns|resolv)\.so/ && $2 ~ /libc6/ {print $NF}'
  } | grep -v "^$root" | sort -u | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done
}

if engine inspect --type image "$base" >/dev/null 2>&1; then
  passed "base image" "$base (kept)"
else
  builder=$(engine from scratch)
  make_base "$(engine mount "$builder")"
  engine config --env JAVA_HOME=/opt/java --env PATH=/opt/java/bin:/usr/bin "$builder"
  engine commit --quiet --rm "$builder" "$base" >/dev/null
  passed "base image" "$base (new, from the JDK here)"
fi

# --- the service's image, from the project's Dockerfile ------------------------------------------------------------
image=localhost/zugabe/$service:check
log=$store/build.log
if ! engine bud --isolation chroot --pull-never --layers=false --signature-policy "$store/policy.json" \
  --ignorefile "$deploy/docker/Dockerfile.dockerignore" --file "$deploy/docker/Dockerfile" \
  --build-arg SERVICE="$service" --build-arg ARTIFACTS=prebuilt --build-arg RUNTIME_IMAGE="$base" \
  --tag "$image" "$context" > "$log" 2>&1; then
  cat "$log" >&2
  printf 'FAIL  %-18s %s\n' "image" "the Dockerfile does not build"
  exit 1
fi
passed "image" "$image builds without a daemon and without a registry"

# --- its file system, started as its configuration says ------------------------------------------------------------
container=$(engine from --pull-never --signature-policy "$store/policy.json" "$image")
root=$(engine mount "$container")
engine inspect --type image --format '{{.OCIv1.Config.User}}
{{range .OCIv1.Config.Env}}{{println "env" .}}{{end}}{{range .OCIv1.Config.Entrypoint}}{{println "arg" .}}{{end}}' \
  "$image" > "$store/image.config"

"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx128m --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -cp "$deploy/target/classes:$(cat "$deploy/target/image-check.classpath")" \
  io.zugabe.deploy.image.ImageCheck "$service" "$root" "$store/image.config" "$deploy/docker/run-read-only.sh" 9>&-
