"""Draws a flow as an SVG picture."""
