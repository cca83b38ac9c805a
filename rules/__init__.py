"""The built-in rules: one file a rule, one folder a theme."""
