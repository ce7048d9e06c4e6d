"""Large letters drawn in half blocks, for a projector."""
