"""Payloads as complete as Slack's."""
