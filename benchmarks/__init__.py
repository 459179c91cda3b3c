"""The budgets, each measured beside its anchor in the same run. `make bench` prints the table."""
