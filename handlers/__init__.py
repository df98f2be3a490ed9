"""Slack in: who answers which payload, one package per word and one module per stage of its life.

Here: reading plain values, one rule, an answer. Not here: SQL, permissions, blocks, and Slack's calls.
"""
