#!/usr/bin/env bash
# Starts Zugabe as the README says, asks over gRPC, and checks that Ctrl-C leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

base=${SMOKE_PORT_BASE:-19000}
work=$(mktemp -d)
log="$work/up.log"
launcher=""

finish() {
  code=$?
  [ -z "$launcher" ] || kill -TERM "$launcher" 2>/dev/null || true
  [ "$code" -eq 0 ] || { echo "Smoke failed; the log of ./zugabe up:"; cat "$log"; }
  ./zugabe down --port-base "$base" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

begin=$(date +%s)
# in a shell of its own with job control, so that the interrupt below reaches it as Ctrl-C would
set -m
./zugabe up --port-base "$base" --data "$work/data" >"$log" 2>&1 &
launcher=$!
set +m
for _ in $(seq 1 600); do
  grep -q '^Zugabe is up' "$log" && break
  kill -0 "$launcher" 2>/dev/null || { echo "./zugabe up ended early"; exit 1; }
  sleep 0.5
done
grep -q '^Zugabe is up' "$log"
echo "up after $(($(date +%s) - begin)) s"

answer=$(./zugabe call --port-base "$base" recommendation.RecommendationService/Recommend \
  '{"visitor_id":"smoke","placement":"PLACEMENT_PRODUCT_PAGE","anchor_product_ids":["canon-eos-r6-mark-ii"]}')
offers=$(grep -c '"rank"' <<<"$answer" || true)
[ "$offers" -ge 5 ] || { echo "only $offers offers: $answer"; exit 1; }
if grep -E 'VERDICT_(DOES_NOT_FIT|UNKNOWN)' <<<"$answer"; then
  echo "an offer does not fit"
  exit 1
fi
echo "$offers offers beside the camera, all fit"

# the examples that up prints work when pasted
grep -E '^  \./zugabe call' "$log" | while read -r example; do
  bash -c "$example" >/dev/null
done
echo "the printed examples work"

if command -v node >/dev/null 2>&1 && (cd quickstart/examples/node && npm install --silent >/dev/null 2>&1); then
  node quickstart/examples/node/outsider.mjs \
    "127.0.0.1:$((base + 1))" "127.0.0.1:$((base + 2))" "127.0.0.1:$((base + 3))" "127.0.0.1:$((base + 4))"
  node quickstart/examples/node/recommend.mjs canon-eos-r6-mark-ii "127.0.0.1:$((base + 3))" | grep -q '^5\. '
  echo "the Node example shows offers"
else
  echo "Skipped the outsider's client: no Node.js with its packages here."
fi

"$(./zugabe java-home)/bin/java" -cp 'quickstart/launcher/target/launcher.jar:quickstart/launcher/target/lib/*' \
  quickstart/examples/java/Recommend.java canon-eos-r6-mark-ii "127.0.0.1:$((base + 3))" 2>/dev/null | grep -q '^5\. '
echo "the Java example shows offers"

kill -INT -- "-$launcher"
wait "$launcher" || true
launcher=""
sleep 1
if pgrep -f -- "$work/data|ZUGABE_GRPC_PORT=$((base + 1))" >/dev/null; then
  echo "Ctrl-C left processes behind:"
  pgrep -af -- "$work/data"
  exit 1
fi
echo "Ctrl-C left no process"
