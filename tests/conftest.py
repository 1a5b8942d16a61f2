"""What all tests share: how hypothesis searches."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "quiz",
    deadline=None,
    max_examples=80,
    database=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no failure
)
settings.load_profile("quiz")
