"""The screens, driven by keys and clicks."""
