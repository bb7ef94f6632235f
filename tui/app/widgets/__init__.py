"""The parts of the reading screen."""
