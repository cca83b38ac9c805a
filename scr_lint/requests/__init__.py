"""What recommendations ask for, and of whom."""
