"""Sixty plain floats of one entity: as many features as the Join that is measured beside, none of them computed when it is asked."""

from feast import Entity, FeatureService, FeatureView, Field, FileSource, ValueType
from feast.types import Float64

FEATURES = 60

user = Entity(name="user", join_keys=["user_id"], value_type=ValueType.STRING)

numbers = FeatureView(
    name="numbers",
    entities=[user],
    schema=[Field(name=f"feature_{number}", dtype=Float64) for number in range(FEATURES)],
    source=FileSource(path="data/numbers.parquet", timestamp_field="event_timestamp"),
)

served = FeatureService(name="served", features=[numbers])
