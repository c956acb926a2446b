"""The machinery of the exact analysis: merged states, sets of meters, and weights. `census` and `what_if` use it."""
