"""Quotations found by their marks."""
