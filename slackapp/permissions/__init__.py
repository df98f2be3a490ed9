"""Who may see and do what: the only place that decides it. One module per word."""
