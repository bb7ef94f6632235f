"""The parts of the HTML report: what it shows as plain data, and the templates that set it."""
