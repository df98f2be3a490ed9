"""What can happen: plain functions of a session, one module for each stage of a word's life.

Here: guards, changes, one line of history, and what must be posted. Not here: Slack, blocks, languages.
"""
