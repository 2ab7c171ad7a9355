"""The scheduler and the workers of this machine, in a process of their own: `python -m analysis.cluster_process 4`.

A process that starts others with Python's own means runs its main program again in each, which neither a notebook nor a
dashboard can bear; this one has nothing to run. It says where its scheduler is and how to speak to it, in one line, and
ends when its input does, so that it never outlives the one who started it.
"""

from __future__ import annotations

import json
import sys

import dask
from distributed import LocalCluster, Security

from .cluster import TRIES

# How a client is let in: a certificate made for this time only, so that nobody else on the machine can give work.
SECRETS = ("tls_ca_file", "tls_client_cert", "tls_client_key")

SETTINGS = {
    "distributed.scheduler.allowed-failures": TRIES - 1,
    # Memory that is given back to the system after every array costs more to get again than to fill: no
    # MALLOC_TRIM_THRESHOLD_ here. What counts with matrices has one thread in each worker.
    "distributed.nanny.pre-spawn-environ": {f"{library}_NUM_THREADS": 1 for library in ("OMP", "MKL", "OPENBLAS")},
    # Nobody looks at what it would write down many times a second.
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "10s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.limit": "30s",
}


def main() -> int:
    """Start as many workers as were asked for, and wait."""
    dask.config.set(SETTINGS)
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
