"""The Web API over real HTTP."""
