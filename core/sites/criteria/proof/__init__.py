"""Proof that the criteria engine is right: an oracle by enumeration, and defects it must catch.

The oracle shares no code with the engine: it reads the written form, lists persons one by one and
decides each in the plainest way. `checks` compares the two; `mutants` breaks the engine on
purpose, to show that the checks would notice. Tests and the benchmark use the same routine.
"""
