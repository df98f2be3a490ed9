"""Putting the rooms together and keeping them going: the building of the app, its start and its end."""
