"""The product: what Afspraak is, whoever calls it and however its messages leave.

Here: tables, permissions, rules, queries, views, languages, and `slack`, the only plumbing that knows Slack.
Not here: answering Slack (handlers), time (scheduler), sending (delivery), starting and stopping (runtime).
"""
