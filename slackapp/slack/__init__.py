"""The plumbing that knows Slack, and the only package that imports Bolt and the SDK.

Here: taking payloads in, answering them, the calls of the Web API, and what Slack's errors mean (`classification`).
Not here: anything about requests, decisions, areas or check-ins.
"""
