"""What must hold of any archive; each breach a Finding."""
