"""Makes the data, registers the features, and materializes them: `prepare.py REPOSITORY ENTITIES`, in a folder that has feature_store.yaml."""

import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy
import pandas
from feast import FeatureStore

from features import FEATURES, numbers, served, user


def main(repository: str, entities: int) -> None:
    folder = Path(repository)
    now = datetime.now(timezone.utc)
    (folder / "data").mkdir(exist_ok=True)
    source = folder / "data" / "numbers.parquet"
    random = numpy.random.default_rng(1)
    frame = pandas.DataFrame(
        {f"feature_{number}": random.random(entities) * 1e5 for number in range(FEATURES)}
    )
    frame.insert(0, "user_id", [f"user_{number}" for number in range(entities)])
    frame.insert(1, "event_timestamp", now - timedelta(hours=1))
    frame.to_parquet(source)
    store = FeatureStore(repo_path=repository)
    store.apply([user, numbers, served])
    started = time.monotonic()
    store.materialize(now - timedelta(days=1), now)
    print(f"materialized {entities} entities in {time.monotonic() - started:.1f} s", flush=True)


main(sys.argv[1], int(sys.argv[2]))
