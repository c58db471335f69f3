"""What things cost, held against a floor measured in the same run. See run.py for how a benchmark is written."""
