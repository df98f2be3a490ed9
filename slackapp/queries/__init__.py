"""What is asked of the database, answered in frozen dataclasses.

Here: questions, each through `permissions`, by word. Not here: changes (rules), and how an answer reads (views).
"""
