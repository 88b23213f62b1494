"""Runs toy stages on a local cluster of two nodes, takes one away in mid-run, and prints the shards that were done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["PYTHONPATH"] = os.pathsep.join([sys.path[0], os.environ.get("PYTHONPATH", "")])


def main(folder: Path) -> None:
    import ray
    from ray.cluster_utils import Cluster

    from pie_qg.engine.ray import run_on_ray
    from pie_qg.engine.shards import SHARD_SIZE, make_shards
    from pie_qg.engine.store import ShardStore
    from pie_qg.engine.work import restored, results_kept
    from pie_qg.pipeline import make_job
    from pie_qg.recipe import ClusterConfig
    from tests.test_engine import toy

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    second = cluster.add_node(num_cpus=2)
    ray.init(address=cluster.address, log_to_driver=False, logging_level="error")
    job = make_job(toy.steps(folder, delay=0.5), "", ShardStore(folder / "shards"))
    given = toy.passages(16 * SHARD_SIZE)
    running = run_on_ray(make_shards(given), job, ClusterConfig())
    done = [next(running)]
    cluster.remove_node(second, allow_graceful=False)
    done.extend(running)
    for shard in make_shards(given):
        items = restored(job.steps, shard, results_kept(job, shard.index, shard.digest()))
        assert [item.passage for item in items] == list(shard.passages)
        assert not any(item.rejects for item in items)
    print(sorted(shard.index for shard in done))
    ray.shutdown()
    cluster.shutdown()


main(Path(sys.argv[1]))
