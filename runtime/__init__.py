"""The app put together and kept going: assembly, start and stop, the database's file, health, doctor, back-ups.

Here: what an operator meets. Not here: anything that people in Slack meet.
"""
