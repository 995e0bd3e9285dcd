"""Proof that one partner cannot harm another: a battery of hostile statements and a judge.

Nothing here is reachable on a running platform: the injectable view has no URL outside the
tests and the benchmark, which install it themselves.
"""
