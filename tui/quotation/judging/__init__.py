"""Two statements compared word by word."""
