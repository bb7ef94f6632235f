"""Quotations: found in an article, given to their speakers, paired across articles and judged by their words."""
