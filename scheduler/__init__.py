"""Time in: the jobs of APScheduler, timers that ring, schedules that are due, and upkeep.

Here: when something is looked at. Not here: what then happens (slackapp.rules), and what is posted (delivery).
"""
