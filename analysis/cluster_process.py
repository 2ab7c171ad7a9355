"""The scheduler and the workers of this machine, in a process of their own: `python -m analysis.cluster_process 4`.

A process that starts others with Python's own means runs its main program again in each, which neither a notebook nor a
dashboard can bear; this one has nothing to run. It says where its scheduler is and how to speak to it, in one line, and
ends when its input does, so that it never outlives the one who started it.
"""

from __future__ import annotations

import json
import sys

from distributed import LocalCluster, Security

# How a client is let in: a certificate made for this time only, so that nobody else on the machine can give work.
SECRETS = ("tls_ca_file", "tls_client_cert", "tls_client_key")


def main() -> int:
    """Start as many workers as were asked for, and wait."""
    security = Security.temporary()
    cluster = LocalCluster(
        n_workers=int(sys.argv[1]),
        threads_per_worker=1,
        security=security,
        host="127.0.0.1",
        # Pages of an index that a worker has looked at would count as its memory.
        memory_limit=None,
        dashboard_address=None,
    )
    told = {"address": cluster.scheduler_address} | {name: getattr(security, name) for name in SECRETS}
    print(json.dumps(told), flush=True)
    sys.stdin.read()
    cluster.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
