"""Who said it: speakers, cues and outlets."""
