"""The database entry, from `DATABASE_URL` or the embedded server."""

import dj_database_url

from pace.embedded.cluster import Cluster

ENGINE = "pace.database"
SESSION_OPTIONS = {
    # Repeats the role's own limits at connection time, where a role cannot have changed them.
    "options": "-c statement_timeout=30s -c lock_timeout=5s"
    " -c idle_in_transaction_session_timeout=60s",
}


def databases(url: str, cluster: Cluster, name: str, seconds: int) -> dict:
    """Return Django's DATABASES: an external server when `url` is set, else the embedded one."""
    if url:
        entry = dj_database_url.parse(url, engine=ENGINE)
    else:
        entry = {"ENGINE": ENGINE, "NAME": name, "HOST": "embedded", "USER": "", "PASSWORD": ""}
    entry["CONN_MAX_AGE"] = seconds
    entry.setdefault("OPTIONS", {})
    entry["TEST"] = {"NAME": entry["NAME"]}
    return {"default": entry}


def queue_url(cluster: Cluster, name: str) -> tuple[str, dict]:
    """Broker URL and options of the queue that lives in the embedded database."""
    options = {
        "conn_string": f"host={cluster.socket_directory} dbname={name} user=pace_queue",
        "init_extension": False,
        "visibility_timeout": 660,
        "wait_time_seconds": 1,
        "polling_interval": 0.1,
        "pool_size": 2,
    }
    return "pgmq://localhost/" + name, options
