#!/bin/bash
# Runs a command where every network packet that leaves is counted: no-network.sh COUNT_FILE COMMAND...
#
# The command gets a network namespace of its own with a default route through a cable (veth) whose other end nobody
# reads. Whatever it sends beyond the loopback, DNS and UDP included, is counted at the cable; COUNT_FILE gets the
# number. Needs root, or user namespaces. Exit status: the command's, or 97 where such a namespace cannot be made.
set -u
count_file=$1
shift
if [ "${FAIRMARK_IN_NAMESPACE:-}" != 1 ]; then
  if [ "$(id -u)" = 0 ]; then flags=(--net); else flags=(--net --map-root-user); fi
  unshare "${flags[@]}" true 2>/dev/null || exit 97
  FAIRMARK_IN_NAMESPACE=1 exec unshare "${flags[@]}" bash "$0" "$count_file" "$@"
fi
ip link set lo up || exit 97
ip link add cable0 type veth peer name cable1 2>/dev/null || exit 97
# no router or neighbour chatter of the kernel's own
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 2>/dev/null
ip link set cable1 up && ip link set cable0 up
ip addr add 192.0.2.2/24 dev cable0
ip route add default via 192.0.2.1
ip neigh add 192.0.2.1 lladdr 02:00:00:00:00:01 dev cable0 nud permanent
sent() { awk '$1 == "cable0:" { print $11 }' /proc/net/dev; }
before=$(sent)
"$@"
status=$?
echo $(($(sent) - before)) > "$count_file"
exit $status
