"""Reports as slides and documents, with charts that can be edited there."""
